import { characterOf, escapes } from "./escape.ts";

/** A text with one level of escaping taken off, and where each of its characters stood before. */
export interface Layer {
  readonly text: string;
  /** The range [start, end) of the text before, for a range of this one. */
  before(start: number, end: number): readonly [start: number, end: number];
}

/** One escape: where it stood, and what became of it at `at` in the new text. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes one level of percent, JSON and HTML escapes off, and line breaks out (base64 in mails is wrapped). Null where
 * there are none. What is escaped twice takes two layers.
 */
export function unescapedLayer(text: string): Layer | null {
  const marks: Mark[] = [];
  const pieces: string[] = [];
  let read = 0;
  let written = 0;
  for (const match of text.matchAll(escapes)) {
    const character = characterOf(match[0]);
    if (character === null) continue;
    const from = match.index;
    const to = from + match[0].length;
    pieces.push(text.slice(read, from), character);
    written += from - read;
    marks.push({ at: written, length: character.length, from, to });
    written += character.length;
    read = to;
  }
  if (marks.length === 0) return null;
  pieces.push(text.slice(read));
  return {
    text: pieces.join(""),
    before: (start, end) => [startBefore(marks, start), endBefore(marks, end)],
  };
}

function startBefore(marks: readonly Mark[], index: number): number {
  const mark = lastUpTo(marks, index);
  if (mark === undefined) return index;
  const past = index - mark.at - mark.length;
  return past < 0 ? mark.from : mark.to + past;
}

function endBefore(marks: readonly Mark[], end: number): number {
  const mark = lastUpTo(marks, end - 1);
  if (mark === undefined) return end;
  return mark.to + Math.max(0, end - mark.at - mark.length);
}

/** The last mark at or before `index`, by halving. */
function lastUpTo(marks: readonly Mark[], index: number): Mark | undefined {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1];
}
