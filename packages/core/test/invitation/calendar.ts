import fc from "fast-check";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Shown {
  /** The true age in ms. */
  readonly age: number;
  /** The age as a page would print it, rounded down. */
  readonly label: string;
}

const plural = (count: number, unit: string) => `Sent ${count} ${unit}${count === 1 ? "" : "s"} ago`;

/** Ages in units of one length, rounded down. */
const even = fc
  .constantFrom(
    ["second", 1_000] as const,
    ["minute", minute] as const,
    ["hour", hour] as const,
    ["day", day] as const,
    ["week", 7 * day] as const,
  )
  .chain(([unit, length]) =>
    fc
      .record({ count: fc.integer({ min: 0, max: 400 }), more: fc.integer({ min: 0, max: length - 1 }) })
      .map(({ count, more }): Shown => ({ age: count * length + more, label: plural(count, unit) })),
  );

/** Months or years as a calendar counts them: from a day of one month to the same day, or the last, of another. */
const calendar = fc
  .record({
    sent: fc.integer({ min: Date.parse("2015-01-01T00:00:00Z"), max: Date.parse("2030-01-01T00:00:00Z") }),
    months: fc.integer({ min: 1, max: 120 }),
    inYears: fc.boolean(),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })
  .map(({ sent, months, inYears, part }): Shown => {
    const count = inYears ? Math.ceil(months / 12) : months;
    const step = inYears ? 12 : 1;
    const from = monthsLater(sent, count * step) - sent;
    const to = monthsLater(sent, (count + 1) * step) - sent;
    return { age: Math.floor(from + part * (to - from)), label: plural(count, inYears ? "year" : "month") };
  });

/** Months of one fixed length, as a page may also reckon: 28 to 31 days. */
const fixedMonths = fc
  .record({
    count: fc.integer({ min: 1, max: 24 }),
    length: fc.integer({ min: 28, max: 31 }),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })
  .map(
    ({ count, length, part }): Shown => ({
      age: Math.floor((count + part) * length * day),
      label: plural(count, "month"),
    }),
  );

/** Any true age with a label that is true of it. */
export const anyShown: fc.Arbitrary<Shown> = fc.oneof(even, calendar, fixedMonths);

function monthsLater(ms: number, months: number): number {
  const from = new Date(ms);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const last = new Date(first);
  const length = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)).getUTCDate();
  return first + (Math.min(from.getUTCDate(), length) - 1) * day + (ms % day);
}
