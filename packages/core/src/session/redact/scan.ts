import type { Needles } from "./needles.ts";

/** A range of characters, `end` not included. */
export type Range = readonly [start: number, end: number];

export type Scanner = (text: string) => Range[];

const width = 4;
const buckets = 1 << 16;

/**
 * Finds every place of every needle in one pass: the first four characters of each position are looked up in a table,
 * and only a hit is compared. So the time depends on the text and hardly on how many needles there are.
 */
export function makeScanner({ exact, folded }: Needles): Scanner {
  const scanExact = scannerOf(exact, 0);
  // Setting the bit 0x20 turns capitals into small letters and leaves digits alone.
  const scanFolded = scannerOf(folded, 0x20);
  return (text) => [...scanExact(text), ...scanFolded(text)];
}

function scannerOf(needles: readonly string[], fold: number): Scanner {
  const seen = new Uint8Array(buckets);
  const table = new Map<number, string[]>();
  for (const needle of needles) {
    const hash = hashAt(needle, 0, fold);
    seen[hash] = 1;
    // Longest first: where two begin alike, the longer covers the shorter.
    table.set(
      hash,
      [...(table.get(hash) ?? []), needle].sort((a, b) => b.length - a.length),
    );
  }
  return (text) => {
    const found: Range[] = [];
    for (let at = 0; at + width <= text.length; at += 1) {
      const hash = hashAt(text, at, fold);
      if (seen[hash] === 0) continue;
      const hit = table.get(hash)?.find((needle) => matches(text, at, needle, fold));
      if (hit !== undefined) found.push([at, at + hit.length]);
    }
    return found;
  };
}

function matches(text: string, at: number, needle: string, fold: number): boolean {
  if (fold === 0) return text.startsWith(needle, at);
  return text.slice(at, at + needle.length).toLowerCase() === needle;
}

function hashAt(text: string, at: number, fold: number): number {
  let hash = 0;
  for (let i = 0; i < width; i += 1) hash = (hash * 61 + (text.charCodeAt(at + i) | fold)) & (buckets - 1);
  return hash;
}
