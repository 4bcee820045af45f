import { ageInDays } from "../invitation/age.ts";
import { type Invitation, invitationKey } from "../invitation/invitation.ts";
import type { LedgerView } from "../ledger/fold.ts";
import type { Policy } from "../policy/policy.ts";

const day = 86_400_000;

/** How long ago it was sent or came, in words: "Sent 45 days ago". */
export function sentInWords({ age, direction }: Invitation): string {
  const verb = direction === "received" ? "Received" : "Sent";
  const days = ageInDays(age);
  if (days === null) return `${verb} at an unknown time`;
  if (days.atMost === null || days.atMost > days.atLeast + 1)
    return `${verb} at least ${inDays(days.atLeast)} ago`;
  return days.atLeast === 0 ? `${verb} less than a day ago` : `${verb} ${inDays(days.atLeast)} ago`;
}

/**
 * The earliest moment (ms) for each that is due, oldest first: after its notice, and as the day's limit lets it. Who
 * was not told yet is told now at the earliest. `from` is when the next sweep is; both in ms.
 */
export function dueFrom(
  due: readonly Invitation[],
  { announced }: Pick<LedgerView, "announced">,
  policy: Policy,
  { now, from }: { readonly now: number; readonly from: number },
): ReadonlyMap<Invitation, number> {
  return new Map(
    due.map((invitation, place) => {
      const key = invitationKey(invitation);
      const told = key === null ? undefined : announced.get(key);
      const notice = (told?.at ?? now) + policy.noticeDays * day;
      const paced = from + Math.floor(place / policy.perDay) * day;
      return [invitation, Math.max(notice, told?.on ?? 0, paced)];
    }),
  );
}

function inDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
