/**
 * One spelling for what looks the same: full-width forms, every kind of space, letter case (also the Turkish i),
 * apostrophes, Arabic vowel marks, and signs of direction that are not seen at all.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u0640\u064b-\u0652\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u2018\u2019\u02bc\u05f3]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/i\u0307|\u0131/g, "i");
}

/** Numbers that folding would turn into other numbers: 3² is not 32. */
export function hasOddNumbers(text: string): boolean {
  return /\p{No}/u.test(text);
}
