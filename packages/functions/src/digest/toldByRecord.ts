import type { Member } from "@lapse/core/member/member";
import { digestDue } from "@lapse/core/schedule/digestSlot";

/** Whoever failed to tell of a problem is made up for within this time, ms; after it, the weekly digest tells. */
export const problemToldWithinMs = 3 * 86_400_000;

/** The slot (ms) of the digest that is due by the member's record alone, or null. @param now ms since 1970 */
export function digestSlotDue(member: Member, now: number): number | null {
  // Who has not started has nothing coming up, and no notice may begin.
  if (member.mail === "off" || member.startedAt === null) return null;
  const { policy, createdAt, lastDigestSlot } = member;
  return digestDue(policy, { now, signedUpAt: createdAt, lastSlot: lastDigestSlot });
}

/** Whether a mail about a problem is still to be made up for: the worker that found it told nobody. @param now ms */
export function problemUntold({ mail, untoldSince }: Member, now: number): boolean {
  return mail === "on" && untoldSince !== null && untoldSince >= now - problemToldWithinMs;
}

/** Whether something is to be told, so far as the record says it. It costs no look at the ledger, and most members nothing. */
export function isToBeTold(member: Member, now: number): boolean {
  return problemUntold(member, now) || digestSlotDue(member, now) !== null;
}
