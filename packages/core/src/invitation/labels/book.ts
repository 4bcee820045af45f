import { type Digits, digitsOf } from "./digits.ts";
import { fold } from "./fold.ts";
import { type LanguageId, languageOf } from "./languages.ts";
import { ones } from "./ones.ts";
import { meaningOfAll, type Phrase, phrasesOf } from "./phrases.ts";
import type { Meaning, Unit } from "./units.ts";
import { spellings } from "./variants.ts";
import { wrapperWords } from "./wrappers.ts";

/** A phrase with a number: `only` is the one number that it can have ("1 week", a dual), null for any. */
interface Counted {
  readonly unit: Unit;
  readonly isPast: boolean;
  readonly only: number | null;
}

/** All that is known of one language's ages. */
export interface Book {
  readonly words: ReadonlyMap<string, readonly Meaning[]>;
  readonly counted: ReadonlyMap<string, readonly Counted[]>;
  readonly wrappers: readonly string[];
  readonly digits: readonly Digits[];
  /** What stands between a wrapper and the phrase. */
  readonly gap: " " | "";
}

const books = new Map<LanguageId, Book>();

/** Built when it is first needed, and once. */
export function bookOf(id: LanguageId): Book {
  const known = books.get(id);
  if (known !== undefined) return known;
  const book = build(id);
  books.set(id, book);
  return book;
}

function build(id: LanguageId): Book {
  const { locales, digits, spaced = true } = languageOf(id);
  const book = { words: new Map<string, Meaning[]>(), counted: new Map<string, Counted[]>() };
  for (const phrase of locales.flatMap(phrasesOf)) {
    for (const text of spellings(id, fold(phrase.text))) {
      for (const sense of senses(phrase, text)) enter(book, id, sense, text);
    }
  }
  return {
    ...book,
    wrappers: wrapperWords(id).map(fold),
    digits: ["latn", ...(digits === undefined ? [] : [digits])].map(digitsOf),
    gap: spaced ? " " : "",
  };
}

/**
 * ICU's "hace 3 m" are months and its "vor 3 m" minutes: an abbreviation of one letter may not be meant as ICU means
 * it, so that it also stands for minutes.
 */
function senses(phrase: Phrase, text: string): readonly Phrase[] {
  if (phrase.kind === "word" || phrase.unit === "second" || !oneLetter.test(text)) return [phrase];
  return [phrase, { ...phrase, unit: "minute" }];
}

const oneLetter = /# ?[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}](?:\.| |$)/u;

interface Draft {
  readonly words: Map<string, Meaning[]>;
  readonly counted: Map<string, Counted[]>;
}

function enter(book: Draft, id: LanguageId, phrase: Phrase, text: string): void {
  const key = spellingOf(id, text);
  if (phrase.kind === "word") {
    put(book.words, key, phrase.meaning);
    return;
  }
  const { unit, isPast, counts } = phrase;
  if (!key.includes("#")) {
    put(book.words, key, meaningOfAll(unit, isPast, counts));
    return;
  }
  put(book.counted, key, { unit, isPast, only: counts.length === 1 ? (counts[0] ?? null) : null });
  if (!counts.includes(1)) return;
  for (const one of ones[id] ?? []) {
    put(book.words, spellingOf(id, text.replace(/# ?/, one)), meaningOfAll(unit, isPast, [1]));
  }
}

/** As it is looked up: folded, and without spaces where the language's spaces say nothing. */
export function spellingOf(id: LanguageId, text: string): string {
  const folded = fold(text);
  return languageOf(id).spaced === false ? folded.replaceAll(" ", "") : folded;
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
