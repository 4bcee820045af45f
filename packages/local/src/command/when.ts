import { dayOf } from "@lapse/core/digest/day";
import { wallTime } from "@lapse/core/schedule/zone";

/** A moment as a person writes it, on the wall of their zone: "Tuesday 12 May, 09:07 (Europe/Berlin)". */
export function momentInWords(ms: number, zone: string, now: number): string {
  const { hour, minute } = wallTime(ms, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${dayOf(ms, zone, now).long}, ${two(hour)}:${two(minute)} (${zone})`;
}
