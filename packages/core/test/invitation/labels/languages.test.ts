import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOfLabel } from "../../../src/invitation/label.ts";
import { allLanguages } from "../../../src/invitation/labels/languages.ts";
import { anyPrinted } from "./printed.ts";

const runs = { numRuns: 1_500 };

describe("an age in any of LinkedIn's languages", () => {
  test("encloses the true age, whether or not the page says its language", () => {
    fc.assert(
      fc.property(anyPrinted, ({ id, age, phrase, label }) => {
        for (const text of [phrase, label]) {
          for (const bounds of [ageOfLabel(text, id), ageOfLabel(text)]) {
            expect(bounds, text).not.toBeNull();
            expect(bounds?.atLeast, text).toBeLessThanOrEqual(age);
            expect(bounds?.atMost ?? Number.POSITIVE_INFINITY, text).toBeGreaterThanOrEqual(age);
          }
        }
      }),
      runs,
    );
  });

  test("is none where the time is still to come", () => {
    fc.assert(
      fc.property(anyPrinted, ({ id, toCome }) => {
        // ICU prints some months of Arabic the same for both; they are no age that one could act on.
        expect(ageOfLabel(toCome, id)?.atLeast ?? 0, toCome).toBe(0);
        expect(ageOfLabel(toCome)?.atLeast ?? 0, toCome).toBe(0);
        if (id !== "ar") expect(ageOfLabel(toCome), toCome).toBeNull();
      }),
      runs,
    );
  });

  test("is none with a word that is not of the language's own few", () => {
    const word = fc.constantFrom(
      "mars",
      "über",
      "почти",
      "以上",
      "約",
      "более",
      "más",
      "Ⅳ",
      "ไม่",
      "لا",
      ":",
      "-",
    );
    fc.assert(
      fc.property(anyPrinted, word, fc.nat(), ({ id, label }, stranger, at) => {
        const words = label.split(" ");
        const text = words.toSpliced(at % (words.length + 1), 0, stranger).join(" ");
        expect(ageOfLabel(text, id), text).toBeNull();
        expect(ageOfLabel(text), text).toBeNull();
      }),
      runs,
    );
  });

  test("is never more, for words of two languages in any order, than any one language means by them", () => {
    fc.assert(
      fc.property(anyPrinted, anyPrinted, fc.array(fc.nat(), { maxLength: 6 }), (one, other, picks) => {
        const words = [...one.label.split(" "), ...other.label.split(" ")];
        const text = picks.map((pick) => words[pick % words.length]).join(" ");
        const all = ageOfLabel(text);
        for (const id of allLanguages) {
          const bounds = ageOfLabel(text, id);
          if (bounds === null) continue;
          expect(all?.atLeast, text).toBeLessThanOrEqual(bounds.atLeast);
          expect(all?.atMost, text).toBeGreaterThanOrEqual(bounds.atMost ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
