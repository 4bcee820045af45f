import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, containsPhrase, days } from "../../src/plan/text.ts";

describe("a phrase that a member keeps", () => {
  test.each([
    ["Head of Data", "head of data"],
    ["Head  of\u00a0Data at X", "HEAD OF DATA"],
    ["C++ developer", "c++"],
    ["(recruiter)", "recruiter"],
    ["Recruiter, tech", "recruiter"],
    ["Ｒｅｃｒｕｉｔｅｒ", "recruiter"],
    ["Cafe\u0301 owner", "CAFÉ"],
    ["Ines O’Fake", "o'fake"],
    ["Jean‑Paul Mock", "jean-paul"],
    ["STRASSE", "straße"],
    ["İstanbul office", "istanbul"],
    ["ΟΔΟΣ", "οδος"],
    ["Ο ΟΔΟΣ:ΑΒΓ", "οδος"],
    ["軟體工程師在台北", "工程師"],
    ["re\u200bcruiter", "recruiter"],
    ["no recruiters, one recruiter", "recruiter"],
    ["Ada 🚀 Example", "🚀"],
  ])("%j holds %j", (text, phrase) => {
    expect(containsPhrase(text, phrase)).toBe(true);
  });

  test.each([
    ["Recruiters", "recruiter"],
    ["prerecruiter", "recruiter"],
    ["re cruiter", "recruiter"],
    ["data_lead", "data"],
    ["Data2", "data"],
    ["Head of Data", "head data"],
    ["Núñez", "Nunez"],
    ["Ada", ""],
    ["Ada", " \u200b"],
    ["", "ada"],
  ])("%j does not hold %j", (text, phrase) => {
    expect(containsPhrase(text, phrase)).toBe(false);
  });

  const word = fc.stringMatching(/^[\p{Lu}\p{Ll}\p{N}]{1,10}$/u).filter((text) => comparable(text) !== "");
  const mark = fc.constantFrom(" ", ", ", " | ", ": ", ".", ":", " (", "\u00a0", " / ", "·");

  test("is found wherever it stands between marks, in any case", () => {
    fc.assert(
      fc.property(word, word, word, mark, mark, (before, phrase, after, open, close) => {
        for (const written of [phrase, phrase.toUpperCase(), phrase.toLowerCase()]) {
          expect(containsPhrase(`${before}${open}${written}${close}${after}`, phrase)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("text in the form in which it is compared", () => {
  test("is the same whatever its case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(comparable(text.toUpperCase())).toBe(comparable(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays as it is when it is made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

test("a day is counted as one", () => {
  expect([days(1), days(2), days(0)]).toEqual(["1 day", "2 days", "0 days"]);
});
