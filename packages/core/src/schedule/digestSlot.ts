import { type Policy, weekdays } from "../policy/policy.ts";
import { dayAfter, momentOf, type WallTime, wallTime, weekdayOf } from "./zone.ts";

type DigestTime = Pick<Policy, "timezone" | "digest">;

/**
 * The latest moment, in ms and not after `now`, at which the member's digest was due: the chosen weekday and hour on
 * their wall. An hour that is skipped when clocks go forward is due when they do; one that comes twice, the first time.
 */
export function digestSlot(policy: DigestTime, now: number): number {
  const today = wallTime(now, policy.timezone);
  const chosen = dayAfter(today, weekdays.indexOf(policy.digest.day) - weekdayOf(today));
  const thisWeek = slotOn(chosen, policy);
  return thisWeek <= now ? thisWeek : slotOn(dayAfter(chosen, -7), policy);
}

export interface DigestClock {
  /** All in ms since 1970. */
  readonly now: number;
  readonly signedUpAt: number;
  /** The slot of the last digest that was dealt with; null before the first. */
  readonly lastSlot: number | null;
}

/**
 * The slot (ms) whose digest is to be sent now, or null. Slots that passed unserved are not made up for one by one:
 * only the latest counts. Whoever signs up within their own digest hour gets the first one in it.
 */
export function digestDue(policy: DigestTime, { now, signedUpAt, lastSlot }: DigestClock): number | null {
  const slot = digestSlot(policy, now);
  if (slot < hourStart(signedUpAt, policy.timezone)) return null;
  return lastSlot !== null && slot <= lastSlot ? null : slot;
}

function slotOn(day: WallTime, policy: DigestTime): number {
  return momentOf({ ...day, hour: policy.digest.hour }, policy.timezone);
}

/** Zones with half hours start theirs at half past by UTC, so it is the wall's minutes that count. */
function hourStart(ms: number, zone: string): number {
  const { minute, second } = wallTime(ms, zone);
  return Math.floor(ms / 1000) * 1000 - (minute * 60 + second) * 1000;
}
