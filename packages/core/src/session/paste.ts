import {
  isCookieValue,
  isDeleted,
  lastOfEachName,
  type NeededCookie,
  neededCookies,
  usefulCookies,
} from "./cookie.ts";
import { cmdWords } from "./paste/cmd.ts";
import { headersOfCurl, headersOfText, type PastedHeaders } from "./paste/headers.ts";
import { shellWords } from "./paste/shell.ts";
import type { Session, SessionCookie } from "./session.ts";

export type Paste =
  /** `missing`: what a session normally has and this one does not; it may still work. */
  | { readonly kind: "session"; readonly session: Session; readonly missing: readonly NeededCookie[] }
  /** No `li_at`: nothing to sign in with. */
  | { readonly kind: "nothing"; readonly missing: readonly NeededCookie[] };

/** A request of a browser is far below this; a longer text is no such thing. */
const mostCharacters = 200_000;

/**
 * Reads what a member copied out of their browser: a `Cookie` header, with or without its name, in one line or
 * wrapped, alone or among others; or "Copy as cURL" for bash or for the Windows command prompt. Only the cookies that
 * are needed are taken, whatever else was pasted.
 */
export function parsePaste(text: string): Paste {
  const { cookie, userAgent } = headersOf(text.slice(0, mostCharacters).trim());
  const cookies = takenFrom(cookie ?? "");
  const names = new Set(cookies.map(({ name }) => name));
  const missing = neededCookies.filter((name) => !names.has(name));
  if (!names.has("li_at")) return { kind: "nothing", missing };
  const agent = userAgent !== null && /^[\x20-\x7e]{1,1024}$/.test(userAgent) ? { userAgent } : {};
  return { kind: "session", session: { cookies, ...agent }, missing };
}

function headersOf(text: string): PastedHeaders {
  const start = /^(?:\$\s+)?curl(?:\.exe)?\s+/i.exec(text);
  if (start === null) return headersOfText(text);
  const words = text.slice(start[0].length);
  return headersOfCurl(isForWindows(words) ? cmdWords(words) : shellWords(words));
}

/** The command prompt knows no single quotes; its own signs are a caret before a quote or at the end of a line. */
function isForWindows(words: string): boolean {
  if (/^\$?'/.test(words)) return false;
  return /(?:^|\s)\^(?:"|\r?\n)/.test(words) || (words.startsWith('"') && /[^\\\s]""/.test(words));
}

function takenFrom(header: string): SessionCookie[] {
  const wanted: readonly string[] = usefulCookies;
  const pairs = header.split(";").map((pair) => {
    const equals = pair.indexOf("=");
    return { name: pair.slice(0, Math.max(0, equals)).trim(), value: pair.slice(equals + 1).trim() };
  });
  return lastOfEachName(
    pairs.filter(({ name, value }) => wanted.includes(name) && isCookieValue(value) && !isDeleted(value)),
  );
}
