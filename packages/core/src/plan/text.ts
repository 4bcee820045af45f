/** Text in the form in which a member's words and a person's name are compared, whatever their case and spacing; NFKC. */
export function comparable(text: string): string {
  return (
    text
      .normalize("NFKC")
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]/g, "")
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u2010-\u2015]/g, "-")
      // Down, up and down, so that letters with several forms of a case (ß ẞ, σ ς, i İ ı) meet.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(/i\u0307/g, "i")
      .replace(/ς/g, "σ")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** Scripts that put no space between words: there, a word inside a longer run counts as whole. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordPart = /[\p{L}\p{N}\p{M}_]/u;

/** Whether `phrase` stands in `text` as whole words, in any case. */
export function containsPhrase(text: string, phrase: string): boolean {
  return holdsPhrase(comparable(text), comparable(phrase));
}

/** The same where both are `comparable` already. */
export function holdsPhrase(haystack: string, needle: string): boolean {
  if (needle === "") return false;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if (unspaced.test(needle)) return true;
    const before = [...haystack.slice(0, at)].at(-1) ?? " ";
    const after = [...haystack.slice(at + needle.length)][0] ?? " ";
    const opens = !wordPart.test([...needle][0] ?? "") || !wordPart.test(before);
    const closes = !wordPart.test([...needle].at(-1) ?? "") || !wordPart.test(after);
    if (opens && closes) return true;
  }
  return false;
}

export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
