import { countsByForm } from "./counts.ts";
import { day, future, hour, type Meaning, meaningOf, type Unit, units } from "./units.ts";

/** A phrase as ICU prints it. */
export type Phrase =
  /** "today": always the same. */
  | { readonly kind: "word"; readonly text: string; readonly meaning: Meaning }
  /** "# weeks ago", with "#" for the number; `counts` are the numbers that ICU prints it with. */
  | {
      readonly kind: "count";
      readonly text: string;
      readonly unit: Unit;
      readonly isPast: boolean;
      readonly counts: readonly number[];
    };

/**
 * Days of the calendar: "yesterday" may be minutes ago, and is over within two days. "Last week" and its like are
 * left out: they say next to nothing.
 */
const words: readonly (readonly [n: number, unit: Unit, meaning: Meaning])[] = [
  [0, "second", { atLeast: 0, atMost: hour }],
  [0, "day", { atLeast: 0, atMost: 2 * day }],
  [-1, "day", { atLeast: 0, atMost: 2 * day }],
  [-2, "day", { atLeast: day, atMost: 3 * day }],
  [1, "day", future],
  [2, "day", future],
];

const styles = ["long", "short", "narrow"] as const;

/** Every phrase for an age, or for a time to come, that ICU has for a locale; none where it does not have the locale. */
export function phrasesOf(locale: string): readonly Phrase[] {
  if (Intl.RelativeTimeFormat.supportedLocalesOf(locale).length === 0) return [];
  const forms = countsByForm(locale);
  return styles.flatMap((style) => {
    const auto = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style });
    const always = new Intl.RelativeTimeFormat(locale, { numeric: "always", style });
    return [...wordsBy(auto), ...countsBy(always, forms)];
  });
}

function wordsBy(format: Intl.RelativeTimeFormat): readonly Phrase[] {
  return words.flatMap(([n, unit, meaning]) => {
    const text = textBy(format, n, unit);
    return text.includes("#") ? [] : [{ kind: "word", text, meaning } as const];
  });
}

function countsBy(format: Intl.RelativeTimeFormat, forms: readonly (readonly number[])[]): readonly Phrase[] {
  return units.flatMap((unit) =>
    forms.flatMap((counts) => {
      const n = counts[0] ?? 0;
      return [true, false].map(
        (isPast) =>
          ({ kind: "count", text: textBy(format, isPast ? -n : n, unit), unit, isPast, counts }) as const,
      );
    }),
  );
}

function textBy(format: Intl.RelativeTimeFormat, n: number, unit: Unit): string {
  return format
    .formatToParts(n, unit)
    .map((part) => (part.type === "literal" ? part.value : "#"))
    .join("");
}

/** What a phrase without a number says: all that it is printed for. */
export function meaningOfAll(unit: Unit, isPast: boolean, counts: readonly number[]): Meaning {
  return isPast ? meaningOf(unit, Math.min(...counts), Math.max(...counts)) : future;
}
