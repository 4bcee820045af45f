import type { Stop } from "@lapse/functions/store/stopSwitch";
import { momentInWords } from "../command/when.ts";

/** Since when all is stopped, and why, on the wall of this computer's zone. */
export function stopInWords({ since, reason }: Stop, now: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${momentInWords(since, zone, now)}${reason === "" ? "" : `: ${reason}`}`;
}

/** For a program; null where nothing is stopped. */
export function stopAsJson(stop: Stop | null): { readonly since: string; readonly reason: string } | null {
  return stop === null ? null : { since: new Date(stop.since).toISOString(), reason: stop.reason };
}
