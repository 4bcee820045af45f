import type { Invitation } from "../../invitation/invitation.ts";
import type { ListView, PageView, SentView, WithdrawEffect } from "../layout.ts";
import { fill } from "../strings/table.ts";
import { configFor } from "./config.ts";
import type { DialogView } from "./dialog.ts";
import { batch, mainContent } from "./page.ts";
import { paginationParts, withdrawRequest } from "./payload.ts";
import type { RowView } from "./row.ts";
import { rowsFor } from "./rows.ts";

/**
 * The texts that the site answers its script with: lines of `<reference>:<JSON>`. What the fixtures show stands
 * in the numbered lines; line `f` is this replica's own and carries what its script needs to go on.
 */
const lines = (parts: Readonly<Record<string, unknown>>) =>
  Object.entries(parts)
    .map(([reference, value]) => `${reference}:${JSON.stringify(value)}`)
    .join("\n");

/** Line `f` of a pagination answer. */
export interface MoreRows {
  readonly rows: readonly RowView[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
}

export function paginationText(view: SentView, start: number): string {
  if (view.invitations.length === 0) return endText();
  const rows = rowsFor(view, start);
  const parts = view.invitations.flatMap((invitation, i) => {
    const row = rows[i];
    return row === undefined ? [] : paginationParts(invitation, row, view.strings, !view.faults.noIds);
  });
  const more: MoreRows = { rows, next: start + batch };
  return lines({ 3: parts, f: more });
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
      confirmAria: fill(strings.withdrawAria, { name: invitation.name }),
    },
    request: withdrawRequest(invitation),
  };
  return lines({ 0: { status: 200 }, f: open });
}

export function withdrawnText({ toast, ...rest }: WithdrawEffect): string {
  const effect: Effect = rest;
  return lines({ 0: { status: 200 }, 1: { toast: { children: [toast] } }, f: effect });
}

/** Line `f` of a withdrawal's answer. */
export type Effect = Omit<WithdrawEffect, "toast">;

/** Line `f` of a tab's answer. */
export interface ShownTab {
  readonly content: string;
  readonly config: ReturnType<typeof configFor>;
}

export function tabText(view: ListView): string {
  const shown: ShownTab = { content: mainContent(view), config: configFor(view, batch) };
  return lines({ 0: { status: 200 }, f: shown });
}
