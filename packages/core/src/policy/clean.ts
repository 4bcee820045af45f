/** Characters that a copy out of a page carries along and nobody sees: zero-width and direction marks, BOM, soft hyphen. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const invisibleEdges =
  /^[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/g;

/** A pasted link without what can't belong to one. */
export function cleanLink(text: string): string {
  return text.replace(invisible, "").trim();
}

/** A pasted word. Joiners inside it stay: Persian and the Indic scripts spell with them. */
export function cleanWord(text: string): string {
  return text.replace(invisibleEdges, "").replace(/\s+/g, " ");
}
