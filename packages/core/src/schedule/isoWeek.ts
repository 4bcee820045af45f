import { dayAfter, type WallTime, wallTime, weekdayOf } from "./zone.ts";

/** The ISO 8601 week in which `ms` lies on the calendar of an IANA zone, e.g. `2026-W48`. */
export function isoWeek(ms: number, zone: string): string {
  const today = wallTime(ms, zone);
  // A week belongs to the year of its Thursday.
  const thursday = dayAfter(today, 3 - weekdayOf(today));
  const week = Math.floor(dayOfYear(thursday) / 7) + 1;
  return `${thursday.year}-W${String(week).padStart(2, "0")}`;
}

/** 0 on the first of January. */
function dayOfYear(day: WallTime): number {
  return (Date.UTC(day.year, day.month - 1, day.day) - Date.UTC(day.year, 0, 1)) / 86_400_000;
}
