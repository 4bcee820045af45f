import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPhrase, keepText } from "../../src/plan/keepWords.ts";
import { comparable } from "../../src/plan/text.ts";

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
    ["⭐️Recruiter at Acme", "recruiter"],
    ["✈️Recruiter✈️", "recruiter"],
    ["1️⃣Recruiter 2️⃣Coach", "recruiter"],
    ["①Recruiter❷", "recruiter"],
    ["ℹ️Recruiter", "recruiter"],
    ["Ⓡⓔⓒⓡⓤⓘⓣⓔⓡ", "recruiter"],
    ["CEO at Acme™", "acme"],
    ["Acme℠ Inc", "acme"],
    ["Acme²", "acme"],
    ["Acmeᵀᴹ", "acme"],
    ["H₂O GmbH", "h2o"],
    ["現Google所属のエンジニア", "google"],
    ["資深Recruiter", "recruiter"],
    ["IT系Recruiter|東京", "recruiter"],
    ["เคยอยู่Googleมาก่อน", "google"],
    ["Google에서 일합니다", "google"],
    ["구글에서 일합니다", "구글"],
    ["עובד בGoogle", "google"],
    ["работаю вGoogle", "google"],
    ["_Recruiter_ at Acme", "recruiter"],
    ["™_Recruiter", "recruiter"],
    ["Pat O`Brien", "o'brien"],
    ["Pat O´Brien", "o'brien"],
    ["Pat O′Brien", "o'brien"],
    ["Jean−Luc", "jean-luc"],
    ["Jean➖Luc", "jean‑luc"],
    ["Re\u034fcruiter", "recruiter"],
    ["Recruiter\u{e0020}Tech", "recruiter"],
    ["Tech\u2060Recruiter", "recruiter"],
    ["R̶e̶c̶r̶u̶i̶t̶e̶r̶", "recruiter"],
    ["re\ufeffcruiter", "recruiter"],
    ["Head of \u3164 \u200bdata", "head of data"],
    ["𝗠𝘂\u0308𝗹𝗹𝗲𝗿", "müller"],
    ["𝗠ü𝗹𝗹𝗲𝗿", "müller"],
    ["𝐉𝐨𝐬𝐞\u0301 | CEO", "josé"],
    ["𝗡𝗲𝘀𝘁𝗹𝗲\u0301", "nestlé"],
    ["Ⓒⓘⓣⓡⓞⓔ\u0308ⓝ", "citroën"],
    ["ｸﾞｰｸﾞﾙ勤務", "グーグル"],
    ["ﾊﾟﾅｿﾆｯｸ", "パナソニック"],
    ["𝗔𝗰𝗺𝗲™", "acme"],
    ["𝗔𝗰𝗺𝗲℠", "acme"],
    // Only names are compared in a way that finds this one.
    ["x´y", "x \u0301y"],
    ["שָׁלוֹם", "שלום"],
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
    ["Nu\u0301n\u0303ez", "Nunez"],
    ["Рекрутеры", "рекрутер"],
    ["𝗱𝗶𝗴𝗶𝘁𝗮𝗹", "it"],
    ["재구글", "구글"],
    ["Ada", ""],
    ["Ada", " \u200b"],
    ["", "ada"],
  ])("%j does not hold %j", (text, phrase) => {
    expect(containsPhrase(text, phrase)).toBe(false);
  });

  test("is found wherever the whole text, as names are compared, is the phrase: dressed letters with accents, too", () => {
    const accent = fc.constantFrom("", "\u0308", "\u0301", "\u0327", "\uff9e", "\uff9f", "\u3099");
    const letter = fc.constantFrom(..."aZéüßØ", "𝗮", "𝐙", "𝓬", "Ⓒ", "ⓔ", "ｸ", "ﾊ", "か", "ש", "²", "™", "ª");
    const text = fc
      .array(fc.tuple(letter, accent), { minLength: 1, maxLength: 8 })
      .map((pairs) => pairs.flat().join(""));
    fc.assert(
      fc.property(text, (written) => {
        expect(containsPhrase(written, comparable(written))).toBe(true);
        expect(containsPhrase(`x ${written}, y`, comparable(written))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  const word = fc
    .stringMatching(/^[\p{Lu}\p{Ll}\p{N}]{1,10}$/u)
    .filter((text) => keepText(text).plain !== "");
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

  test("is found whatever is drawn around it: emoji, signs, marks, numbers in rings, letters of another script", () => {
    fc.assert(
      fc.property(letters, around, around, fc.nat(2), ({ own, others }, before, after, form) => {
        const written = [own, own.toUpperCase(), own.toLowerCase()][form] ?? own;
        const text = `${before(others)}${written}${after(others)}`;
        expect([text, containsPhrase(text, own)]).toEqual([text, true]);
      }),
      { numRuns: 5_000 },
    );
  });

  test("is found wherever names are compared more strictly", () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary" })) });
    fc.assert(
      fc.property(text, text, text, (before, phrase, after) => {
        fc.pre(keepText(phrase).plain !== "");
        const whole = `${before}${phrase}${after}`;
        expect(containsPhrase(whole, phrase) || !strictly(comparable(whole), comparable(phrase))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

/** Words, by their script. */
const samples = [
  ["Recruiter", "acme", "Łódź", "straße", "web3"],
  ["Рекрутер", "Київ"],
  ["Υπεύθυνος", "οδος"],
  ["מגייס"],
  ["مهندس"],
  ["भर्ती"],
  ["구글", "삼성전자"],
  ["工程師", "採用"],
  ["エンジニア"],
  ["วิศวกร"],
];
/** A digit counts as a letter of the word beside it: "Data2" is not "Data". */
const withoutDigits = (word: string) => word.replace(/\d/g, "");
/** A word of one script, and words of the others. */
const letters = fc.nat(samples.length - 1).chain((i) =>
  fc.record({
    own: fc.constantFrom(...(samples[i] ?? [])),
    others: fc.constant(
      samples
        .filter((_, other) => other !== i)
        .flat()
        .map(withoutDigits),
    ),
  }),
);
const emoji = ["🚀", "⭐️", "✈️", "1️⃣", "#️⃣", "👩🏽‍💻", "🇩🇪", "❤️‍🔥", "ℹ️", "™️", "Ⓜ️", "㊗️", "❶", "①", "Ⓐ", "⓿"];
const signs = [
  "™",
  "℠",
  "®",
  "©",
  "²",
  "⁹",
  "ª",
  "º",
  "½",
  "№",
  "℡",
  "㈱",
  "Ⅷ",
  "µ",
  "∞",
  "₨",
  "ᵀᴹ",
  "⃣",
  "¨",
  "˜",
];
const marks = [...".,;:!?|/\\()[]{}<>«»„“\"'`´′‘’-–—−•·~*&@#%+=^$€_…、。「」【】・|"];
const nothings = [
  "\ufe0f",
  "\u200b",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u034f",
  "\u{e0020}",
  "\u3164",
  "\u00ad",
];
const odd = [
  ...emoji,
  ...signs,
  ...marks,
  ...nothings,
  " ",
  "a",
  "B",
  "1",
  "я",
  "工",
  "\u0301",
  "ー",
  "\u0640",
];
const around = fc
  .array(fc.oneof(fc.constantFrom(...emoji, ...signs, ...marks, ...nothings), fc.nat(100)), { maxLength: 4 })
  .map(
    (parts) => (others: readonly string[]) =>
      parts.map((part) => (typeof part === "string" ? part : others[part % others.length])).join(""),
  );

/** How keep words were compared when they were compared as names are. */
function strictly(haystack: string, needle: string): boolean {
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  const part = /[\p{L}\p{N}\p{M}_]/u;
  if (needle === "") return false;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if (unspaced.test(needle)) return true;
    const before = [...haystack.slice(0, at)].at(-1) ?? " ";
    const after = [...haystack.slice(at + needle.length)][0] ?? " ";
    const opens = !part.test([...needle][0] ?? "") || !part.test(before);
    const closes = !part.test([...needle].at(-1) ?? "") || !part.test(after);
    if (opens && closes) return true;
  }
  return false;
}
