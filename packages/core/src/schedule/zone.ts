/** What a clock on the wall shows, without a zone. Months and days count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const hourMs = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clock of an IANA zone shows at `ms`, a time in milliseconds since 1970. */
export function wallTime(ms: number, zone: string): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatOf(zone).formatToParts(ms)) parts[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/**
 * The first moment, in ms since 1970, at which the zone's clock shows `wall` or later on its way there. So a time that
 * is skipped when clocks go forward is the moment they do, and one that comes twice is the first of the two.
 */
export function momentOf(wall: WallTime, zone: string): number {
  const shown = asUtc(wall);
  // Offsets lie between -12 and +14 hours, so these two moments are before and after any change that matters.
  let before = shown - 15 * hourMs;
  let after = shown + 13 * hourMs;
  const offsetBefore = offsetAt(before, zone);
  const offsetAfter = offsetAt(after, zone);
  if (offsetBefore === offsetAfter) return shown - offsetBefore;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offsetBefore) before = middle;
    else after = middle;
  }
  const change = after;
  return shown - offsetBefore < change ? shown - offsetBefore : Math.max(change, shown - offsetAfter);
}

/** The same calendar day `days` later (or earlier), as a date without a zone. */
export function dayAfter(wall: WallTime, days: number): WallTime {
  const moved = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(wall: WallTime): number {
  return (new Date(asUtc(wall)).getUTCDay() + 6) % 7;
}

function asUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** What has to be added to UTC to get the zone's wall clock, in ms. */
function offsetAt(ms: number, zone: string): number {
  const second = Math.floor(ms / 1000) * 1000;
  return asUtc(wallTime(second, zone)) - second;
}

/** Making one costs a hundred times as much as using it; there are only as many as there are zones. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const key = zone.toUpperCase();
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(key, made);
  return made;
}
