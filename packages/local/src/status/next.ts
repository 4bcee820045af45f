import type { Member } from "@lapse/core/member/member";
import { digestDue, digestSlot } from "@lapse/core/schedule/digestSlot";

export type NextSweep =
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "none"; readonly why: string };

/** When a member is swept next, ms; or why not. */
export function nextSweepOf(member: Member, now: number): NextSweep {
  if (member.session === "none") return none("the member is not connected");
  if (member.session === "out-of-use") return none("the member has to connect again");
  if (member.startedAt === null) return none("the member has not started the clean-up");
  if (member.policy.paused) return none("the member paused it");
  return { kind: "at", at: Math.max(member.nextSweepAt, now) };
}

function none(why: string): NextSweep {
  return { kind: "none", why };
}

const week = 7 * 86_400_000;

/** When the next digest is due, ms; `now` where one is overdue; null where the member gets none. */
export function nextDigestAt(member: Member, now: number): number | null {
  if (member.mail === "off") return null;
  const clock = { now, signedUpAt: member.createdAt, lastSlot: member.lastDigestSlot };
  if (digestDue(member.policy, clock) !== null) return now;
  // A week and an hour later the next slot has come, whatever the clocks did meanwhile.
  return digestSlot(member.policy, now + week);
}
