import type { Invitation } from "../invitation/invitation.ts";
import type { PageConfig, RowRef, Ways } from "./config.ts";
import { refsOf } from "./config.ts";
import type { Effect } from "./effect.ts";
import type { LayoutAnswer, PageView, SentView } from "./layout.ts";
import { paginationParts, withdrawRequest } from "./payload.ts";
import { nameOn, type RowView, rowsFor } from "./rows.ts";
import { fill } from "./strings/table.ts";
import type { DialogView } from "./v6/dialog.ts";

/**
 * The texts that the site answers its script with: lines of `<reference>:<JSON>`. What the fixtures show stands
 * in the numbered lines; line `f` is this replica's own and carries what its script needs to go on.
 */
export const lines = (parts: Readonly<Record<string, unknown>>): string =>
  Object.entries(parts)
    .map(([reference, value]) => `${reference}:${JSON.stringify(value)}`)
    .join("\n");

/** Line `f` of a pagination answer. */
export interface MoreRows {
  readonly rows: readonly { readonly key: number; readonly html: string; readonly ref: RowRef }[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
}

/** The script's own part of an answer with more rows. */
export function moreRows(
  view: SentView,
  start: number,
  ways: Ways,
  markup: (row: RowView) => string,
): MoreRows {
  const refs = refsOf(view.invitations, ways);
  const rows = rowsFor(view, start).flatMap((row, i) => {
    const ref = refs[i];
    return ref === undefined ? [] : [{ key: row.index, html: markup(row), ref }];
  });
  const next = start + ways.batch;
  // A list with pages knows how many there are; one that grows asks until a page is empty.
  return { rows, next: ways.loading === "pages" && next >= view.total ? null : next };
}

/** `withData`: whether the answer tells more of an invitation than its texts. */
export function paginationAnswer(
  view: SentView,
  start: number,
  { ways, markup, withData }: { ways: Ways; markup: (row: RowView) => string; withData: boolean },
): LayoutAnswer {
  const type = "application/octet-stream";
  if (view.invitations.length === 0) return { type, body: endText() };
  const rows = rowsFor(view, start);
  const parts = view.invitations.flatMap((invitation, i) => {
    const row = rows[i];
    return row === undefined ? [] : paginationParts(invitation, row, view, withData);
  });
  return { type, body: lines({ 3: parts, f: moreRows(view, start, ways, markup) }) };
}

/** About 200 bytes and no ids (evidence §3). */
function endText(): string {
  const end: MoreRows = { rows: [], next: null };
  return lines({
    0: ["$@1", ["scribeSentInvitationManagerList", "PendingInvitationDirection_SENT"]],
    1: { a: "$@2", f: "", b: "com.linkedin.sdui.pagers.mynetwork" },
    2: { items: [], pager: null },
    f: end,
  });
}

/** Line `f` of a dialog answer: what to show, and what its confirm button posts. */
export interface OpenDialog {
  readonly dialog: DialogView;
  readonly request: object;
}

export function dialogText(view: PageView, invitation: Invitation): string {
  const { strings } = view;
  const open: OpenDialog = {
    dialog: {
      ...strings.dialog,
      confirm: strings.withdraw,
      confirmAria: fill(strings.withdrawAria, { name: nameOn(strings, invitation) }),
    },
    request: withdrawRequest(invitation),
  };
  return lines({ 0: { status: 200 }, f: open });
}

export function withdrawnText(toast: string, effect: Effect): string {
  return lines({ 0: { status: 200 }, 1: { toast: { children: [toast] } }, f: effect });
}

/** Line `f` of a tab's answer. */
export interface ShownTab {
  readonly content: string;
  readonly config: PageConfig;
}
