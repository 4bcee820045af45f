import { type AgeReading, readAge } from "../../invitation/age.ts";
import type { Clocks } from "../../invitation/clock.ts";
import type { AgeBounds } from "../../invitation/invitation.ts";
import { ageOfLabel } from "../../invitation/label.ts";
import type { Row } from "./row.ts";

/** What the whole list says of how its rows show ages. */
export interface AgeColumn {
  /** The language that the labels are read in; undefined for any. */
  readonly language: string | undefined;
  /** Whether the text that was taken for a row's age stands where ages stand. */
  holds(row: Row): boolean;
}

/** Of fewer rows than this no rule can be seen. */
const fewest = 3;
const most = 0.8;
const half = 0.5;

/**
 * Without an id an age is only as good as the choice of the text it was read from, and a headline can say "Sent 6
 * months ago". A text counts where the page calls it a time, or where it stands in the very place in which most rows
 * have theirs; all the more of them, where nothing stands between it and the name. A note can come up to that place in
 * a row that shows no age: where ages have a look of their own, it has to have that, too. Of one or two rows no rule
 * can be seen: there something has to stand between, and two have to look alike.
 */
export function ageColumn(rows: readonly Row[], hint: string | undefined): AgeColumn {
  const language = languageOf(rows, hint);
  const aged = rows.filter((row) => row.label !== null && ageOfLabel(row.label, language) !== null);
  const share = rows.length === 0 ? 0 : aged.length / rows.length;
  const usual = mostCommon(aged.map((row) => row.labelAt?.place ?? ""));
  const looks = aged.filter((row) => row.labelAt?.place === usual).map((row) => row.labelAt?.look ?? "");
  const look = mostCommon(looks);
  const settled = looks.filter((each) => each === look).length > half * looks.length;
  return {
    language,
    holds: (row) => {
      if (row.labelAt?.time === true) return true;
      if (rows.length < fewest) return row.texts.length > 0 && (settled || looks.length < 2);
      const looksAlike = !settled || row.labelAt?.look === look;
      return share >= (row.texts.length > 0 ? half : most) && row.labelAt?.place === usual && looksAlike;
    },
  };
}

/** The page's own word for its language, unless no age can be read in it and some can in others. */
function languageOf(rows: readonly Row[], hint: string | undefined): string | undefined {
  const readable = (language?: string) =>
    rows.some((row) => row.label !== null && ageOfLabel(row.label, language) !== null);
  return hint === undefined || readable(hint) || !readable() ? hint : undefined;
}

/** How old a row's invitation is. Without an id, every text that could be meant has its say. */
export function ageOfRow(row: Row, id: string | null, clocks: Clocks, column: AgeColumn): AgeReading {
  const reading = readAge(id, row.label, clocks, column.language);
  if (reading.kind !== "label") return reading;
  if (!column.holds(row)) return { kind: "unknown", why: "which of its texts is its age is not certain" };
  if (row.labelAt?.time === true) return reading;
  const others = row.texts
    .map((text) => ageOfLabel(text, column.language))
    .filter((bounds) => bounds !== null);
  return { kind: "label", age: others.reduce(around, reading.age) };
}

function around(a: AgeBounds, b: AgeBounds): AgeBounds {
  return {
    atLeast: Math.min(a.atLeast, b.atLeast),
    atMost: a.atMost === null || b.atMost === null ? null : Math.max(a.atMost, b.atMost),
  };
}

function mostCommon(places: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
