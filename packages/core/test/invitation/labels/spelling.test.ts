import { describe, expect, test } from "vitest";
import { ageOfLabel } from "../../../src/invitation/label.ts";
import { countIn, digitsOf } from "../../../src/invitation/labels/digits.ts";
import { languagesFor } from "../../../src/invitation/labels/hint.ts";
import { allLanguages } from "../../../src/invitation/labels/languages.ts";
import { day, future, hull, meaningOf } from "../../../src/invitation/labels/units.ts";

describe("a label's spelling", () => {
  test.each([
    "Envoyé\u00a0il\u202fy a ３\u00a0semaines",
    "GÖNDERİLDİ 3 HAFTA ÖNCE",
    "\u202bتم الإرسال منذ \u0663 أسابيع\u202c",
    "\u061cمنذ ٣ أسابيعَ",
    "۳ هفته پیش",
    "३ आठवड्यांपूर्वी",
    "৩ সপ্তাহ আগে",
    "๓ สัปดาห์ที่ผ่านมา",
    "３ 週間 前 に 送信",
  ])("%j is three weeks", (label) => {
    expect(ageOfLabel(label)).toEqual({ atLeast: 21 * day, atMost: 28 * day });
  });

  test.each(["منذ ٣3 أسابيع", "منذ ۳ أسابيع", "il y a ३ semaines", "il y a 1 000 jours", "vor 1.100 Tagen"])(
    "%j has a number that is not read",
    (label) => expect(ageOfLabel(label)).toBeNull(),
  );
});

describe("the number in a text", () => {
  const latn = digitsOf("latn");
  const arab = digitsOf("arab");

  test("is read in any of the language's digits, and what is around it kept", () => {
    expect(countIn("3 weeks ago", [latn])).toEqual({ count: 3, around: "# weeks ago" });
    expect(countIn("منذ ١٢ يوم", [latn, arab])).toEqual({ count: 12, around: "منذ # يوم" });
  });

  test.each(["", "no number", "3 and 4", "1.5", "12345", "1٣"])("is not certain in %j", (text) => {
    expect(countIn(text, [latn, arab])).toBeNull();
  });
});

describe("what a page says of its language", () => {
  test.each([
    ["fr", ["fr", "en"]],
    ["fr-FR", ["fr", "en"]],
    ["pt_BR", ["pt", "en"]],
    ["en-US", ["en"]],
    ["no", ["nb", "en"]],
    ["in", ["id", "en"]],
    ["zh", ["zh-CN", "zh-TW", "en"]],
    ["zh-Hant-HK", ["zh-TW", "en"]],
    ["zh-hans-tw", ["zh-CN", "en"]],
    ["ZH-CN", ["zh-CN", "en"]],
    ["tlh", ["en"]],
    ["constructor", ["en"]],
  ])("%s is read as %j", (hint, ids) => {
    expect(languagesFor(hint)).toEqual(ids);
  });

  test("may be nothing: then every language is tried", () => {
    expect(languagesFor(undefined)).toEqual(allLanguages);
    expect(languagesFor(" ")).toEqual(allLanguages);
  });

  test("keeps English understood, and nothing else", () => {
    expect(ageOfLabel("Sent 3 weeks ago", "ja")).toEqual({ atLeast: 21 * day, atMost: 28 * day });
    expect(ageOfLabel("3週間前に送信", "fr")).toBeNull();
  });
});

describe("a phrase with more than one meaning", () => {
  test("is as wide as all of them", () => {
    expect(hull([meaningOf("month", 3), meaningOf("minute", 3)])).toEqual({
      atLeast: 3 * 60_000,
      atMost: 124 * day,
    });
  });

  test("may be of the future: then it is of no age at the least", () => {
    expect(hull([meaningOf("month", 3), future])).toEqual({ atLeast: 0, atMost: 124 * day });
    expect(hull([future, future])).toBeNull();
    expect(hull([])).toBeNull();
  });
});
