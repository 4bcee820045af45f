import { isCookieValue, isDeleted, lastOfEachName, unquoted, usefulCookies } from "./cookie.ts";
import type { Session, SessionCookie } from "./session.ts";

/**
 * The session after a browser used it: what the site renewed is taken over, what it added is taken where it is needed,
 * and what it emptied or marked as deleted leaves the old value alone. Null where nothing changed, and where `li_at`
 * is gone: a browser that was signed out has nothing to give back.
 */
export function renewedSession(old: Session, jar: readonly SessionCookie[]): Session | null {
  const live = new Map(
    lastOfEachName(jar)
      .filter(({ value }) => isCookieValue(value) && !isDeleted(value))
      .map((cookie) => [cookie.name, cookie]),
  );
  if (!live.has("li_at")) return null;

  const kept = old.cookies.map((cookie) => {
    const renewed = live.get(cookie.name);
    const same = renewed === undefined || unquoted(renewed.value) === unquoted(cookie.value);
    return same ? cookie : { name: cookie.name, value: renewed.value };
  });
  const names = new Set(old.cookies.map((cookie) => cookie.name));
  const added = usefulCookies
    .filter((name) => !names.has(name))
    .map((name) => live.get(name))
    .filter((cookie) => cookie !== undefined)
    .map(({ name, value }) => ({ name, value }));
  const changed = added.length > 0 || kept.some((cookie, i) => cookie !== old.cookies[i]);
  return changed ? { ...old, cookies: [...kept, ...added] } : null;
}
