import fc from "fast-check";
import { allLanguages, type LanguageId, languageOf } from "../../../src/invitation/labels/languages.ts";
import { day, hour, type Unit } from "../../../src/invitation/labels/units.ts";
import { wrapperWords } from "../../../src/invitation/labels/wrappers.ts";

/** An age as ICU prints it in one language, rounded down. */
export interface Printed {
  readonly id: LanguageId;
  /** The true age in ms. */
  readonly age: number;
  readonly phrase: string;
  /** The same number of units to come. */
  readonly toCome: string;
  /** The phrase with one of the language's words for "sent" before or after it. */
  readonly label: string;
}

const lengths: readonly (readonly [unit: Unit, least: number, most: number])[] = [
  ["second", 1_000, 1_000],
  ["minute", 60_000, 60_000],
  ["hour", hour, hour],
  ["day", day, day],
  ["week", 7 * day, 7 * day],
  ["month", 28 * day, 31 * day],
  ["year", 365 * day, 366 * day],
];

const printers = allLanguages.flatMap((id) => languageOf(id).locales.map((locale) => ({ id, locale })));

export const anyPrinted: fc.Arbitrary<Printed> = fc
  .record({
    printer: fc.constantFrom(...printers),
    style: fc.constantFrom("long", "short", "narrow" as const),
    length: fc.constantFrom(...lengths),
    count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 999 })),
    longer: fc.double({ min: 0, max: 1, noNaN: true }),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
    word: fc.nat(),
    before: fc.boolean(),
  })
  .map(
    ({ printer: { id, locale }, style, length: [unit, least, most], count, longer, part, word, before }) => {
      const format = new Intl.RelativeTimeFormat(locale, { numeric: "always", style });
      const phrase = format.format(-count, unit);
      const words = wrapperWords(id);
      const wrapper = words[word % words.length] ?? "";
      return {
        id,
        age: Math.floor((count + part) * (least + longer * (most - least))),
        phrase,
        toCome: format.format(count + 1, unit),
        label: before ? `${wrapper} ${phrase}` : `${phrase} ${wrapper}`,
      };
    },
  );
