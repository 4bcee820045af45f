import { unescapedLayer } from "./redact/layer.ts";
import { needlesOf } from "./redact/needles.ts";
import { makeScanner, type Range, type Scanner } from "./redact/scan.ts";
import { secretsOf } from "./secrets.ts";
import type { Session } from "./session.ts";

export type Redactor = (text: string) => string;

/** What stands in place of a secret. */
export const mask = "[secret]";

/** Escaping within escaping within escaping. Nobody does more, and each costs a pass. */
const mostLayers = 6;

/**
 * Makes a function that masks the session's secrets in a text, in whatever encoding they got there. It searches the
 * text as it is and again with each level of escaping taken off, and cuts what it finds out of the original.
 */
export function makeRedactor(session: Session | null): Redactor {
  const secrets = session === null ? [] : secretsOf(session);
  if (secrets.length === 0) return (text) => text;
  const scan = makeScanner(needlesOf(secrets));
  return (text) => masked(text, rangesOf(text, scan));
}

function rangesOf(text: string, scan: Scanner): Range[] {
  const found = scan(text);
  let toOriginal = (range: Range): Range => range;
  let current = text;
  for (let depth = 0; depth < mostLayers; depth += 1) {
    const layer = unescapedLayer(current);
    if (layer === null) break;
    const outer = toOriginal;
    toOriginal = ([start, end]) => outer(layer.before(start, end));
    found.push(...scan(layer.text).map(toOriginal));
    current = layer.text;
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function masked(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let kept = 0;
  for (const [start, end] of ranges) {
    if (end <= kept) continue;
    // Ranges that overlap are one secret.
    if (start >= kept) pieces.push(text.slice(kept, start), mask);
    kept = end;
  }
  return pieces.length === 0 ? text : pieces.join("") + text.slice(kept);
}
