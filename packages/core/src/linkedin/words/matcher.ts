import { allLanguages, languageOf } from "../../invitation/labels/languages.ts";
import { type Concept, concepts, tables } from "./concepts.ts";

/** Letters, and what continues a letter. */
const inWord = String.raw`[\p{L}\p{M}\p{N}]`;
/** Spaces of every width, direction marks, and the non-joiners that Persian writes for a space. */
const gap = String.raw`[\s\p{Cf}]+`;
const edge = String.raw`[\s\p{Cf}]*`;
const closing = String.raw`[\s\p{Cf}\p{Po}]*`;

const patterns = new Map(concepts.map((concept) => [concept, patternOf(concept)]));
const containing = new Map(concepts.map((concept) => [concept, new RegExp(pattern(concept), "iu")]));
const whole = new Map(
  concepts.map((concept) => [concept, new RegExp(`^${edge}(?:${pattern(concept)})${closing}$`, "iu")]),
);

/**
 * Source of one regular expression over all languages, for the flags "iu". It has no anchors and captures nothing;
 * the text it is used on has to be in normal form C (`text.normalize("NFC")`).
 */
export function pattern(concept: Concept): string {
  return patterns.get(concept) ?? "(?!)";
}

/** Whether a word of the concept stands anywhere in the text, as in a control's longer name (or in a headline). */
export function says(concept: Concept, text: string): boolean {
  return containing.get(concept)?.test(text.normalize("NFC")) ?? false;
}

/** Whether the text is a word of the concept and nothing else but spaces, direction marks and closing punctuation. */
export function is(concept: Concept, text: string): boolean {
  return whole.get(concept)?.test(text.normalize("NFC")) ?? false;
}

function patternOf(concept: Concept): string {
  const words = (spaced: boolean) =>
    allLanguages
      .filter((language) => (languageOf(language).spaced ?? true) === spaced)
      .flatMap((language) => tables[concept][language].map((word) => sourceOf(word.text)));
  const apart = eitherOf(words(true));
  return `(?:(?<!${inWord})(?:${apart})(?!${inWord})|${eitherOf(words(false))})`;
}

function eitherOf(sources: readonly string[]): string {
  return [...new Set(sources)].sort((a, b) => b.length - a.length).join("|");
}

/** A word may be written with either apostrophe, and with or without its comma and its non-joiner. */
function sourceOf(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/[,،]/g, "$&?")
    .replace(/['’]/g, "['’]")
    .replaceAll("\u200c", "\u200c?")
    .replaceAll(" ", gap);
}
