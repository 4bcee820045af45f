import { dayAfter, type WallTime, wallTime, weekdayOf } from "../schedule/zone.ts";

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** LinkedIn refuses a new invitation to the same person for up to three weeks. */
export const daysUntilNewInvitation = 21;

/** A day on a member's calendar, comparable with `===` and `<` through `key`. */
export interface Day {
  /** `2026-05-12`. */
  readonly key: string;
  /** `12 May`, or `12 May 2027` where the year is not the present one. */
  readonly short: string;
  /** `Tuesday 12 May`. */
  readonly long: string;
}

/** The day on which `ms` lies in `zone`, or the one `later` days after it. The present year is that of `now`. */
export function dayOf(ms: number, zone: string, now: number, later = 0): Day {
  const day = dayAfter(wallTime(ms, zone), later);
  const year = day.year === wallTime(now, zone).year ? "" : ` ${day.year}`;
  const short = `${day.day} ${monthNames[day.month - 1]}${year}`;
  return { key: keyOf(day), short, long: `${weekdayNames[weekdayOf(day)]} ${short}` };
}

function keyOf({ year, month, day }: WallTime): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
