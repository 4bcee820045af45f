import { type Invitation, type InvitationRef, invitationKey, referenceTo } from "../invitation/invitation.ts";
import { type ProfileAddress, profileAddress, sameAddress } from "../invitation/profile.ts";
import type { LedgerEvent, LedgerFact } from "../ledger/event.ts";
import { comparable } from "../plan/text.ts";
import type { Reading, ReadList } from "./reading.ts";

/**
 * Which of the sent invitations were answered between two readings of the same list: there in the first, not in the
 * second, and never touched by us. Whatever could be explained otherwise is left out: a list that was not read whole,
 * another account, a row that was not understood, a person who is there under another id, an age without an end.
 */
export function answeredBetween(
  before: Reading,
  after: Reading,
  events: readonly LedgerEvent[],
): LedgerFact[] {
  const passed = after.at - before.at;
  if (passed <= 0 || !isWhole(before.sent) || !isWhole(after.sent) || !isSameAccount(before, after))
    return [];
  // One that has neither id nor profile could be anybody who seems to be missing.
  if (after.sent.invitations.some((each) => invitationKey(each) === null)) return [];
  const there = among(after.sent.invitations);
  const touched = among(events.flatMap(invitationsIn));
  return before.sent.invitations.flatMap((invitation): LedgerFact[] => {
    const { age } = invitation;
    if (age === null || age.atMost === null || !isUnderstood(invitation)) return [];
    if (there(invitation) || touched(invitation)) return [];
    return [
      {
        kind: "answered",
        invitation: referenceTo(invitation),
        age: { atLeast: age.atLeast, atMost: age.atMost + passed },
      },
    ];
  });
}

function isWhole({ pending, invitations }: ReadList): boolean {
  return pending === invitations.length;
}

/** By what both pages said; where one said nothing, by an invitation on both lists: an id has one sender. */
function isSameAccount(before: Reading, after: Reading): boolean {
  if (before.account !== null && after.account !== null) {
    const [one, other] = [profileAddress(before.account), profileAddress(after.account)];
    return one !== null && other !== null && sameAddress(one, other);
  }
  const ids = new Set(before.sent.invitations.map(({ id }) => id));
  return after.sent.invitations.some(({ id }) => id !== null && ids.has(id));
}

function isUnderstood(invitation: Invitation): boolean {
  const { trouble, direction, person } = invitation;
  return trouble === null && direction === "sent" && person !== false && invitationKey(invitation) !== null;
}

/** Everybody whom the ledger says we clicked, tried to click, or saw answered before. */
function invitationsIn(event: LedgerEvent): InvitationRef[] {
  switch (event.kind) {
    case "intent":
    case "withdrawn":
    case "ignored":
    case "failed":
    case "unverified":
    case "reconciled":
    case "answered":
      return event.invitation.direction === "received" ? [] : [event.invitation];
    default:
      return [];
  }
}

type Somebody = InvitationRef & { readonly addresses?: readonly ProfileAddress[] };

/** Whether somebody may be among these: by id, by an address, or by a name that stands there. */
function among(people: readonly Somebody[]): (one: Somebody) => boolean {
  const marks = new Set(people.flatMap(marksOf));
  return (one) => marksOf(one).some((mark) => marks.has(mark));
}

function marksOf({ id, profile, name, addresses = [] }: Somebody): string[] {
  const linked = profile === null ? null : profileAddress(profile);
  const known = linked === null ? addresses : [...addresses, linked];
  return [
    ...(id === null ? [] : [`id ${id}`]),
    ...known.map(({ kind, key }) => `${kind} ${key}`),
    `name ${comparable(name)}`,
  ];
}
