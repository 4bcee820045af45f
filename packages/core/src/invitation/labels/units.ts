export const units = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
export type Unit = (typeof units)[number];

/** One meaning of a phrase, in ms. A phrase of the future means no age: from 0 to 0. */
export interface Meaning {
  readonly atLeast: number;
  readonly atMost: number;
}

const second = 1_000;
const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * The shortest and the longest that one unit can be. LinkedIn's ages round down [V]; where it passes from weeks to
 * months is unknown (28 to 31 days), so the bounds hold for every calendar [I] (linkedin/README.md §5).
 */
const lengths: Readonly<Record<Unit, { readonly least: number; readonly most: number }>> = {
  second: { least: second, most: second },
  minute: { least: minute, most: minute },
  hour: { least: hour, most: hour },
  day: { least: day, most: day },
  week: { least: 7 * day, most: 7 * day },
  month: { least: 28 * day, most: 31 * day },
  year: { least: 365 * day, most: 366 * day },
};

/** What an age that was rounded down to between `few` and `many` whole units says. */
export function meaningOf(unit: Unit, few: number, many: number = few): Meaning {
  const { least, most } = lengths[unit];
  return { atLeast: few * least, atMost: (many + 1) * most };
}

/** Not yet an age. */
export const future: Meaning = { atLeast: 0, atMost: 0 };

/** The narrowest interval that encloses every meaning; null where there is none, or none of the past. */
export function hull(meanings: readonly Meaning[]): Meaning | null {
  if (meanings.every((meaning) => meaning === future)) return null;
  return {
    atLeast: Math.min(...meanings.map((meaning) => meaning.atLeast)),
    atMost: Math.max(...meanings.map((meaning) => meaning.atMost)),
  };
}
