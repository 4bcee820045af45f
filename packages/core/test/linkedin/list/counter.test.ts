import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countIn, countOf } from "../../../src/linkedin/list/counter.ts";

describe("the counter of the list", () => {
  test.each([
    ["People (0)", 0],
    ["People (23)", 23],
    ["People (1,100)", 1_100],
    ["Personnes (1 002)", 1_002],
    ["Personnes (1\u00a0002)", 1_002],
    ["Personnes (1\u202f002)", 1_002],
    ["Personen (1.100)", 1_100],
    ["Persone (1’100)", 1_100],
    ["लोग (१३६)", 136],
    ["लोग (१,१००)", 1_100],
    ["الأشخاص (١٬١٠٠)", 1_100],
    ["\u200fالأشخاص (\u200e١٣٦\u200e)\u200f", 136],
    ["人脉（２３）", 23],
    ["People ( 23 )", 23],
    ["People (12,34,567)", 1_234_567],
    ["People (1,234,567)", 1_234_567],
    ["People (30000)", 30_000],
  ])("%j says %d", (words, count) => {
    expect(countIn(words)).toBe(count);
  });

  test.each([
    "People",
    "People 23",
    "People ()",
    "People (1.2K)",
    "People (1,2K)",
    "People (1.250K)",
    "People (1K)",
    "People (500+)",
    "People (1.5)",
    "People (1,10)",
    "People (1,1000)",
    "People (1,100.5)",
    "People (1,100.500)",
    "People (,100)",
    "People (-5)",
    "People (1/2)",
    "People (½)",
    "People (Ⅻ)",
    "People (a few)",
    "People (23",
    "People 23)",
    "People (1234567)",
  ])("%j says no number", (words) => {
    expect(countIn(words)).toBeNull();
  });

  test("is read in the digits of every script", () => {
    const systems = Intl.supportedValuesOf("numberingSystem");
    expect(systems).toContain("deva");
    fc.assert(
      fc.property(fc.constantFrom(...systems), fc.integer({ min: 0, max: 999_999 }), (system, count) => {
        const plain = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
        // Some systems are no decimal digits: Roman, Chinese and the like are not what a page counts in.
        fc.pre(/^\p{Nd}+$/u.test(plain.format(count)));
        expect(countIn(`People (${plain.format(count)})`)).toBe(count);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is read as every language groups it", () => {
    const languages =
      "en de fr es it pt-BR nl pl cs sv nb da fi ru uk tr ar ar-EG fa he hi bn mr ne pa ta te th ja ko zh-CN zh-TW id ms ro hu el vi de-CH en-IN en-ZA";
    fc.assert(
      fc.property(
        fc.constantFrom(...languages.split(" ")),
        fc.integer({ min: 0, max: 9_999_999 }),
        (language, count) => {
          const shown = new Intl.NumberFormat(language, { useGrouping: "always" }).format(count);
          expect(countIn(`X (${shown})`)).toBe(count);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("shortened in any language is no number, or is the whole one", () => {
    const compact = ["en", "de", "fr", "es", "ja", "ru", "ar", "hi"].map(
      (language) => new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...compact),
        fc.integer({ min: 1_050, max: 99_000_000 }),
        (format, count) => {
          const read = countIn(`X (${format.format(count)})`);
          if (read !== null) expect(Math.abs(read - count)).toBeLessThan(count / 10);
        },
      ),
    );
  });

  test("is any text, and never a broken number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const count = countIn(`(${words})`);
        if (count !== null) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }),
    );
  });
});

describe("several counters on a page", () => {
  test("say what they all say", () => {
    expect(countOf(["People (23)"])).toBe(23);
    expect(countOf(["People (1,100)", "People (1100)"])).toBe(1_100);
  });

  test("say nothing where they contradict each other, where one is unreadable, or where there are none", () => {
    expect(countOf(["People (23)", "People (22)"])).toBeNull();
    expect(countOf(["People (23)", "People"])).toBeNull();
    expect(countOf(["People (1.2K)"])).toBeNull();
    expect(countOf([])).toBeNull();
  });
});
