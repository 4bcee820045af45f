import { readFileSync, statSync } from "node:fs";
import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import type { SessionCookie } from "@lapse/core/session/session";
import { mostBytes } from "./readInput.ts";

/**
 * Masks what may be secret in a complaint about the command line: values of any session that its words name or hold.
 * People mix the files up, or paste a session where its file belongs, and the complaint quotes what it refuses.
 */
export function secretsNamedBy(words: readonly string[]): Redactor {
  return secretsIn(words.flatMap((word) => [word, fileText(word)]));
}

/** Masks what may be secret in these texts. */
export function secretsIn(texts: readonly string[]): Redactor {
  return makeRedactor({ cookies: texts.flatMap(cookiesIn) });
}

function fileText(path: string): string {
  try {
    const found = statSync(path);
    // A device may never end, and a pipe never begin.
    return found.isFile() && found.size <= mostBytes ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

/** Names and values, wherever they stand beside each other in a text: it need not be whole JSON. */
function cookiesIn(text: string): SessionCookie[] {
  const pairs = text.matchAll(/"name"\s*:\s*"([^"]*)"\s*,\s*"value"\s*:\s*"((?:[^"\\]|\\.)*)"/g);
  return [...pairs].map((match) => ({
    name: match[1] ?? "",
    value: (match[2] ?? "").replace(/\\(.)/g, "$1"),
  }));
}
