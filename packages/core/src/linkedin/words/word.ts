import type { LanguageId } from "../../invitation/labels/languages.ts";

/** How much a word is worth: V seen on the live page, T in a public tool's list, I inferred (linkedin/README.md). */
export type Standing = "V" | "T" | "I";

/** What a control says: words with single spaces, ’ for any apostrophe, in any case. */
export interface Word {
  readonly text: string;
  readonly standing: Standing;
}

/** One concept in every language; an empty list where no word is safe enough. */
export type WordTable = Readonly<Record<LanguageId, readonly Word[]>>;

export const seen = (...texts: readonly string[]) => rated("V", texts);
export const listed = (...texts: readonly string[]) => rated("T", texts);
export const inferred = (...texts: readonly string[]) => rated("I", texts);

function rated(standing: Standing, texts: readonly string[]): readonly Word[] {
  return texts.map((text) => ({ text, standing }));
}
