import { type Book, bookOf, spellingOf } from "./book.ts";
import { countIn } from "./digits.ts";
import type { LanguageId } from "./languages.ts";
import { future, type Meaning, meaningOf } from "./units.ts";

/** All that a label can mean in one language; empty where any word of it is not understood. */
export function meaningsIn(id: LanguageId, label: string): readonly Meaning[] {
  const book = bookOf(id);
  const text = spellingOf(id, label);
  return [...new Set(unwrapped(text, book.wrappers, book.gap))].flatMap((phrase) => meaningsOf(phrase, book));
}

/** The text, and what is left of it without wrappers at its ends, each of them taken off at most once. */
function unwrapped(text: string, wrappers: readonly string[], gap: string): readonly string[] {
  return [
    text,
    ...wrappers.flatMap((word) => {
      const others = () => wrappers.filter((other) => other !== word);
      const found: string[] = [];
      if (text.startsWith(word) && text.startsWith(gap, word.length))
        found.push(...unwrapped(text.slice(word.length + gap.length), others(), gap));
      if (text.endsWith(word) && text.endsWith(gap, text.length - word.length))
        found.push(...unwrapped(text.slice(0, -word.length - gap.length), others(), gap));
      return found;
    }),
  ];
}

function meaningsOf(phrase: string, book: Book): readonly Meaning[] {
  const word = book.words.get(phrase) ?? [];
  const number = countIn(phrase, book.digits);
  if (number === null) return word;
  const counted = book.counted.get(number.around) ?? [];
  return counted
    .filter(({ only }) => only === null || only === number.count)
    .map(({ unit, isPast }) => (isPast ? meaningOf(unit, number.count) : future))
    .concat(word);
}
