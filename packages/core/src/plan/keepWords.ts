import { comparable } from "./text.ts";

/**
 * Text in the form in which keep words are looked for. It is looser than `comparable`, which tells whether two names are
 * one person's: here a doubt keeps somebody, there it must not.
 */
export interface KeepText {
  readonly plain: string;
  /** Where in `plain` a word may begin or end although letters stand on both sides, ascending. */
  readonly edges: readonly number[];
  /** The text as names are compared, where that is another: what is found there is never lost by looking more loosely. */
  readonly strict: string | null;
}

/** U+FFFF, which is no character, where something was that stands apart from the letters beside it. */
const edge = "\uffff";
const ascii = /^[\x20-\x5f\x61-\x7e]*$/;
const apostrophes =
  /[\u0060\u00b4\u02b9\u02bb-\u02bd\u02c8\u02ca\u02cb\u055a\u05f3\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07]/g;
const dashes = /[\p{Pd}\u02d7\u2043\u207b\u208b\u2212\u2796]/gu;
/** What is drawn as nothing, or only says how its neighbour is drawn, and the space around it. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]+/gu;
/** JavaScript counts the byte order mark among the spaces. */
const space = /[^\S\ufeff]/;
/** Digits in a box, as emoji. */
const keycaps = /[0-9#*]\ufe0f?\u20e3/g;
/** Letters in another dress: superscript, circled, squared, bold, the micro sign. A run of them is one word, or the end of one. */
const dressed = String.raw`(?:(?![\uff9e\uff9f\u2120\u2122])[\p{Lm}\u00aa\u00b5\u00ba\u2100-\u214f\u24b6-\u24e9\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]\p{M}*)+`;
/** Signs, and numbers that are not written in digits; most would become letters or digits of the word beside them. */
const sign = String.raw`(?:[\p{No}\p{Nl}\p{Me}\p{S}](?:(?!\p{Me})\p{M})*)`;
const apart = new RegExp(`${dressed}|${sign}`, "gu");
/** Accents that no letter has taken in, strokes through a word, vowel points. */
const loose = /\p{Script=Inherited}|\u0640|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;

export function keepText(text: string): KeepText {
  const strict = comparable(text);
  if (ascii.test(text)) return { plain: strict, edges: [], strict: null };
  const parts = comparable(withEdges(text)).replace(loose, "").split(edge);
  let length = 0;
  const edges = parts.slice(0, -1).map((part) => {
    length += part.length;
    return length;
  });
  return { plain: parts.join(""), edges, strict };
}

function withEdges(text: string): string {
  const visible = text
    .replace(apostrophes, "'")
    .replace(dashes, "-")
    .replace(keycaps, (key) => `${edge}${key[0]}${edge}`)
    .replace(unseen, (run, at: number, whole: string) => {
      if (space.test(run)) return " ";
      // An accent after it belongs to the letter before it.
      return /^\p{M}/u.test(whole.slice(at + run.length)) ? "" : edge;
    });
  return visible.replace(apart, `${edge}$&${edge}`);
}

/** Whether a word or phrase that a member keeps stands in a text, in any case, whatever is drawn around it. */
export function containsPhrase(text: string, phrase: string): boolean {
  return holdsPhrase(keepText(text), keepText(phrase));
}

/** The same where both were made ready before. */
export function holdsPhrase(text: KeepText, phrase: KeepText): boolean {
  if (holds(text.plain, text.edges, phrase.plain)) return true;
  if (text.strict === null && phrase.strict === null) return false;
  return holds(text.strict ?? text.plain, [], phrase.strict ?? phrase.plain);
}

function holds(plain: string, edges: readonly number[], phrase: string): boolean {
  if (phrase === "") return false;
  for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
    if (unspaced.test(phrase)) return true;
    if (opensAt(plain, edges, at, phrase) && closesAt(plain, edges, at + phrase.length, phrase)) return true;
  }
  return false;
}

function opensAt(plain: string, edges: readonly number[], at: number, phrase: string): boolean {
  let place = at;
  while (!edges.includes(place) && plain[place - 1] === "_") place -= 1;
  if (place === 0 || edges.includes(place)) return true;
  return isApart(charBefore(plain, place), charAt(phrase, 0), /\p{L}/u.exec(phrase)?.[0]);
}

function closesAt(plain: string, edges: readonly number[], end: number, phrase: string): boolean {
  let place = end;
  while (!edges.includes(place) && plain[place] === "_") place += 1;
  if (place === plain.length || edges.includes(place)) return true;
  const last = charBefore(phrase, phrase.length);
  // Korean writes "at", "of" and the like right behind the word.
  if (hangul.test(last)) return true;
  return isApart(charAt(plain, place), last, /\p{L}(?=\P{L}*$)/u.exec(phrase)?.[0]);
}

/** Scripts that put no space between words: there, a word inside a longer run counts as whole. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordPart = /[\p{L}\p{N}\p{M}]/u;
const hangul = /\p{Script=Hangul}/u;

/** Whether a word may end between its own `last` character and the one beside it; `letter` is its last letter. */
function isApart(beside: string, last: string, letter: string | undefined): boolean {
  if (!wordPart.test(beside) || !wordPart.test(last) || unspaced.test(beside)) return true;
  if (letter === undefined || /\p{Nd}/u.test(beside)) return false;
  const own = scripts.find((script) => script.test(letter));
  return own !== undefined && !own.test(beside);
}

/** Those in which people write today, and which put a space between words. */
const scripts = [
  ...["Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hebrew", "Arabic", "Syriac", "Thaana", "Nko"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
  ...["Sinhala", "Tibetan", "Mongolian", "Ethiopic", "Hangul", "Cherokee", "Canadian_Aboriginal"],
  ...["Tifinagh", "Bopomofo", "Yi", "Adlam", "Vai", "Javanese", "Balinese"],
].map((script) => new RegExp(`\\p{Script=${script}}`, "u"));

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 32);
}

function charBefore(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? " ";
}
