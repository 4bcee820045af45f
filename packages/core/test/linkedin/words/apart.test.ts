import { describe, expect, test } from "vitest";
import { allLanguages } from "../../../src/invitation/labels/languages.ts";
import { concepts, tables } from "../../../src/linkedin/words/concepts.ts";
import { is, says } from "../../../src/linkedin/words/matcher.ts";

describe.each(concepts)("the words for %s", (concept) => {
  const words = allLanguages.flatMap((language) => tables[concept][language]);
  const others = concepts.filter((other) => other !== concept);

  test("are each recognised, alone and within a longer name", () => {
    for (const { text } of words) {
      expect(is(concept, text), text).toBe(true);
      expect(says(concept, `Ada Example, ${text} (1)`), text).toBe(true);
      expect(is(concept, `Ada Example, ${text}`), text).toBe(false);
    }
  });

  test("are neither a word of another concept nor contain one, in any language", () => {
    for (const { text } of words) {
      expect(
        others.filter((other) => is(other, text) || says(other, text)),
        text,
      ).toEqual([]);
    }
  });

  test("are letters, single spaces, commas, hyphens, non-joiners and the apostrophe ’", () => {
    for (const { text } of words) {
      expect(text).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}’,،\u200c-]*(?: [\p{L}\p{M}\p{N}’,،\u200c-]+)*$/u);
    }
  });

  test("are at least two characters long: one alone stands in too many others", () => {
    for (const { text } of words) expect([...text].length, text).toBeGreaterThan(1);
  });

  test("stand once in a language", () => {
    for (const language of allLanguages) {
      const texts = tables[concept][language].map(({ text }) => text.toLowerCase());
      expect(new Set(texts).size, language).toBe(texts.length);
    }
  });
});

test.each([
  ["Peruuta", "fi"],
  ["ביטול", "he"],
  ["Batalkan", "id"],
  ["ยกเลิก", "th"],
  ["Скасувати", "uk"],
  ["취소", "ko"],
  ["Hủy", "vi"],
  ["Annuller", "da"],
])("%s (%s) may mean Cancel or Withdraw, so it is neither", (text) => {
  expect(is("cancel", text)).toBe(false);
  expect(is("withdraw", text)).toBe(false);
});
