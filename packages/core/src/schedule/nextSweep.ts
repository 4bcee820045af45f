import type { Policy } from "../policy/policy.ts";
import { dayAfter, momentOf, wallTime } from "./zone.ts";

const secondsInFourHours = 4 * 3600;

/**
 * When a member's next sweep is, in ms: the first time after `after` (ms) that it is the member's own minute around
 * 10:00 on the wall. `spread` in [0, 1) is drawn once per member and puts that minute between 8:00 and 12:00, so that
 * not everybody comes at once and each member comes at the same time every day.
 */
export function nextSweepAt(policy: Pick<Policy, "timezone">, after: number, spread: number): number {
  const seconds = Math.floor(Math.min(Math.max(spread, 0), 0.999_999) * secondsInFourHours);
  const today = wallTime(after, policy.timezone);
  // Up to the day after tomorrow, because a zone can skip a whole day (Samoa did, on 30 December 2011).
  for (let days = 0; days <= 2; days += 1) {
    const day = dayAfter(today, days);
    const planned = {
      ...day,
      hour: 8 + Math.floor(seconds / 3600),
      minute: Math.floor((seconds % 3600) / 60),
      second: seconds % 60,
    };
    const at = momentOf(planned, policy.timezone);
    if (at > after && wallTime(at, policy.timezone).day === day.day) return at;
  }
  return after + 86_400_000;
}
