/** How the page words an age: one unit and a whole number of them, rounded down (evidence §5). */
export interface Age {
  readonly unit: "now" | "minute" | "hour" | "yesterday" | "day" | "week" | "month" | "year";
  readonly count: number;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/**
 * The edges are those of the fixtures: a day is "yesterday" until two are full, weeks end where 30 days are
 * full, a month is 30 days, a year 365. The real edge between weeks and months is not known (28 to 31 days).
 */
export function ageOf(ms: number): Age {
  const days = Math.floor(ms / dayMs);
  if (ms < minuteMs) return { unit: "now", count: 0 };
  if (ms < hourMs) return { unit: "minute", count: Math.floor(ms / minuteMs) };
  if (days < 1) return { unit: "hour", count: Math.floor(ms / hourMs) };
  if (days < 2) return { unit: "yesterday", count: 1 };
  if (days < 7) return { unit: "day", count: days };
  if (days < 30) return { unit: "week", count: Math.floor(days / 7) };
  if (days < 365) return { unit: "month", count: Math.floor(days / 30) };
  return { unit: "year", count: Math.floor(days / 365) };
}
