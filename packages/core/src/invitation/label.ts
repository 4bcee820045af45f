import type { AgeBounds } from "./invitation.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

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

const english =
  /^(?:sent )?(?:(?<count>\d{1,4}|an?|one) (?<unit>second|minute|hour|day|week|month|year)s? ago|(?<word>just now|now|today|yesterday))$/;

/**
 * Reads an age as the page prints it ("Sent 3 weeks ago") as an interval in ms; null for any phrase that is not
 * wholly understood. The lower bound is never above the true age.
 */
export function ageOfLabel(label: string): AgeBounds | null {
  const found = english.exec(plain(label))?.groups;
  if (found === undefined) return null;
  const { count, unit, word } = found;
  // A calendar day's "yesterday" may be minutes ago, and is over within two days.
  if (word !== undefined) return { atLeast: 0, atMost: word.endsWith("now") ? hour : 2 * day };
  if (count === undefined || unit === undefined) return null;
  const n = /^\d/.test(count) ? Number(count) : 1;
  const { least, most } = lengths[unit as Unit];
  return { atLeast: n * least, atMost: (n + 1) * most };
}

/** Labels are rendered on the server a moment before they are read, and its clock shows whole seconds. */
const renderingSlack = 10 * minute;

/** Whether an exact age in ms and a label can both be true. An unreadable label agrees with nothing. */
export function labelAgrees(label: string, age: number): boolean {
  const bounds = ageOfLabel(label);
  if (bounds === null) return false;
  return (
    age >= bounds.atLeast - renderingSlack &&
    (bounds.atMost === null || age <= bounds.atMost + renderingSlack)
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
