import { ageOf } from "../../invitation/age.ts";
import type { Invitation, InvitationKind } from "../../invitation/invitation.ts";
import type { SentView } from "../layout.ts";
import { ageLabel } from "../strings/table.ts";
import type { RowView } from "./row.ts";

/** Rows up to here link their Withdraw control to the feed, the later ones to the list itself (evidence §0.6). */
const rowsLinkedToFeed = 10;

const profilePath: Record<InvitationKind, string> = {
  person: "in",
  "sales-lead": "sales/lead",
  company: "company",
  school: "school",
  group: "groups",
  event: "events",
  newsletter: "newsletters",
};

/** The rows of a view whose first invitation stands at `start` in the list. */
export function rowsFor(view: SentView, start: number): RowView[] {
  return view.invitations.map((invitation, offset) => rowFor(view, invitation, start + offset));
}

function rowFor(view: SentView, invitation: Invitation, index: number): RowView {
  const { slug, kind } = invitation;
  return {
    index,
    name: invitation.name,
    headline: invitation.headline,
    age: invitation.label ?? ageLabel(ageOf(view.now - invitation.sentAt), view.strings),
    note: invitation.note,
    profileHref: slug === null ? null : `${view.origin}/${profilePath[kind]}/${encodeURIComponent(slug)}/`,
    withdrawHref:
      index < rowsLinkedToFeed ? `${view.origin}/` : `${view.origin}/mynetwork/invitation-manager/sent/`,
    profileUrn: invitation.profileUrn,
  };
}
