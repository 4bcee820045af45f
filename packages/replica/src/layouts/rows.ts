import { ageOf } from "../invitation/age.ts";
import type { Invitation } from "../invitation/invitation.ts";
import { pathOf } from "../invitation/kinds.ts";
import type { SentView } from "./layout.ts";
import { ageLabel, type Strings } from "./strings/table.ts";

/** What a row shows, in whichever markup. */
export interface RowView {
  /** Position on the page, from 0. */
  readonly index: number;
  readonly name: string;
  readonly headline: string;
  readonly age: string;
  readonly note: string | null;
  readonly profileHref: string | null;
  readonly withdrawHref: string;
}

/** Rows up to here link their Withdraw control to the feed, the later ones to the list itself (evidence §0.6). */
const rowsLinkedToFeed = 10;

/** The name that a page prints: of a member who left it prints none. */
export const nameOn = ({ formerMember }: Strings, { kind, name }: Invitation): string =>
  kind === "deleted" ? formerMember : name;

/** The rows of a view whose first invitation stands at `start` in the list. */
export function rowsFor(view: SentView, start: number): RowView[] {
  return view.invitations.map((invitation, offset) => rowFor(view, invitation, start + offset));
}

function rowFor(view: SentView, invitation: Invitation, index: number): RowView {
  const path = pathOf(invitation.kind, invitation.slug);
  return {
    index,
    name: nameOn(view.strings, invitation),
    headline: invitation.headline,
    age: invitation.label ?? ageLabel(ageOf(view.now - invitation.sentAt), view.strings),
    note: invitation.note,
    profileHref: path === null ? null : `${view.origin}${path}`,
    withdrawHref:
      index < rowsLinkedToFeed ? `${view.origin}/` : `${view.origin}/mynetwork/invitation-manager/sent/`,
  };
}
