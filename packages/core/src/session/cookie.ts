import type { SessionCookie } from "./session.ts";

/** Without these LinkedIn takes a browser for another one, or for nobody. */
export const neededCookies = ["li_at", "JSESSIONID", "bcookie", "bscookie", "lidc"] as const;
export type NeededCookie = (typeof neededCookies)[number];

/** Taken along where it is there: with it LinkedIn can issue a new `li_at`. */
export const usefulCookies = [...neededCookies, "li_rm"] as const;

const mostCharacters = 4096;

/** A token, as RFC 6265 section 4.1.1 has it. */
export function isCookieName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(name);
}

/**
 * What a browser takes as a cookie's value: printable ASCII without a semicolon. RFC 6265 forbids quotes, spaces and
 * commas too, yet LinkedIn's own values have quotes and browsers take the rest.
 */
export function isCookieValue(value: string): boolean {
  return value.length <= mostCharacters && /^[\x20-\x3a\x3c-\x7e]*$/.test(value) && value.trim() === value;
}

/** LinkedIn signs out by setting `li_at=delete me` (with and without quotes), others by emptying. */
export function isDeleted(value: string): boolean {
  return /^"?\s*(?:delete[ +]?me)?\s*"?$/i.test(value);
}

export function unquoted(value: string): string {
  return /^"(.*)"$/s.exec(value)?.[1] ?? value;
}

/** One cookie of each name; where there are several, the last counts, but never a deleted one over a live one. */
export function lastOfEachName(cookies: readonly SessionCookie[]): SessionCookie[] {
  const kept = new Map<string, SessionCookie>();
  for (const { name, value } of cookies) {
    if (!kept.has(name) || !isDeleted(value)) kept.set(name, { name, value });
  }
  return [...kept.values()];
}
