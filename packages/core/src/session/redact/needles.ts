import { unescapedLayer } from "./layer.ts";

/** What to look for: `exact` as it is, `folded` in either case (and kept in lower case here). */
export interface Needles {
  readonly exact: readonly string[];
  readonly folded: readonly string[];
}

/** Shorter ones would be found in innocent text. */
const shortest = 4;
const longEnoughToFold = 12;

/**
 * Everything a secret can look like once escapes are taken off: itself, as hex, and as base64 or base64url at each of
 * the three places in which it can lie within a group. A secret that was escaped before it was encoded counts, too.
 */
export function needlesOf(secrets: readonly string[]): Needles {
  const exact = new Set<string>();
  const folded = new Set<string>();
  for (const secret of secrets) {
    for (const form of formsOf(secret)) {
      exact.add(form);
      folded.add(hexOf(form));
      // A site may print a secret in lower case, in an address for one; a short one would be found in innocent words.
      if (form.length >= longEnoughToFold) folded.add(form.toLowerCase());
      for (const encoded of base64Of(form)) {
        exact.add(encoded);
        exact.add(encoded.replaceAll("+", "-").replaceAll("/", "_"));
      }
    }
  }
  return { exact: [...exact].filter((needle) => needle.length >= shortest), folded: [...folded] };
}

function formsOf(secret: string): Set<string> {
  const percent = encodeURIComponent(secret.toWellFormed());
  // `lookalike` is a secret that happens to hold an escape, as it looks when that was taken off with the others.
  const lookalike = unescapedLayer(secret)?.text ?? secret;
  return new Set([
    secret,
    lookalike,
    percent,
    percent.replaceAll("%20", "+"),
    secret.replaceAll(" ", "+"),
    JSON.stringify(secret).slice(1, -1),
  ]);
}

function hexOf(text: string): string {
  return [...bytesOf(text)].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/** One character a byte. A cookie is ASCII; what was pasted in the place of one need not be, and is written as UTF-8. */
function bytesOf(text: string): string {
  return /^[\0-\x7f]*$/.test(text)
    ? text
    : [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join("");
}

/** The base64 characters that depend on the secret alone, for each number of bytes before it in its group of three. */
function base64Of(text: string): string[] {
  const bytes = bytesOf(text);
  return [0, 1, 2].map((before) => {
    const encoded = btoa("\0".repeat(before) + bytes).replace(/=+$/, "");
    const bits = (before + bytes.length) * 8;
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
  });
}
