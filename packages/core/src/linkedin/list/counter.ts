/**
 * The value of a decimal digit of any script, or null. Digits lie in runs of ten from 0 to 9; some runs follow each
 * other without a gap.
 */
function digitValue(character: string): number | null {
  if (!/^\p{Nd}$/u.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/**
 * The number in "People (1,100)", in any script and grouping. Null where it is not certainly a whole number: "1.2K"
 * is unreadable, and so is "1.5".
 */
export function countIn(text: string): number | null {
  const inner = /[(（]([^()（）]*)[)）]/.exec(text)?.[1];
  if (inner === undefined) return null;
  const digits = [...inner.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\s\u00a0\u202f]/gu, " ").trim()]
    .map((character) => digitValue(character)?.toString() ?? character)
    .join("");
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  // Groups of three, all parted by the same mark; India parts the upper ones in twos.
  const grouped = /^\d{1,3}([ ,.'’٬])(?:\d{2,3}\1)*\d{3}$/.exec(digits);
  return grouped === null ? null : Number(digits.replace(/\D/g, ""));
}

/** What the counters of a page say together: null where none can be read, or where they contradict each other. */
export function countOf(counters: readonly string[]): number | null {
  const numbers = new Set(counters.map(countIn));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined ? only : null;
}
