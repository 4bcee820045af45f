import { readFileSync, statSync } from "node:fs";
import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import type { SessionCookie } from "@lapse/core/session/session";

const largest = 1 << 20;

/**
 * Masks what may be secret in a complaint about the command line: values of any session that its words name or hold.
 * People mix the files up, or paste a session where its file belongs, and the complaint quotes what it refuses.
 */
export function secretsNamedBy(words: readonly string[]): Redactor {
  const cookies = words.flatMap((word) => [...cookiesIn(word), ...cookiesIn(fileText(word))]);
  return makeRedactor({ cookies });
}

function fileText(path: string): string {
  try {
    return statSync(path).size > largest ? "" : readFileSync(path, "utf8");
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
