import { unquoted } from "./cookie.ts";
import type { Session, SessionCookie } from "./session.ts";

/** Whoever has one of these two is signed in, or can act; so even a short one is a secret. */
const keys = new Set(["li_at", "JSESSIONID"]);

/**
 * The strings of a session that must never be seen, longest first. A value that is an ordinary word (a language, a
 * time zone, a theme, a number) is none: masking it would mask the words of our own sentences.
 */
export function secretsOf(session: Session): string[] {
  const secrets = session.cookies.filter(isSecret).flatMap(({ name, value }) => {
    const bare = unquoted(value);
    // The random part is what matters: `ajax:123…` is also sent as a token, and `v=2&<uuid>` is also split.
    const core = /^(?:ajax:|v=\d+&)(.{8,})$/s.exec(bare)?.[1];
    return core === undefined || (!keys.has(name) && core.length < 12) ? [bare] : [bare, core];
  });
  return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

function isSecret({ name, value }: SessionCookie): boolean {
  const bare = unquoted(value);
  if (keys.has(name)) return bare.length >= 4;
  if (bare.length < 8 || /^v=\d+&lang=/.test(bare)) return false;
  if (name === "timezone" && /^[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/.test(bare)) return false;
  // Between 8 and 11 characters, words and numbers are ordinary; a mixture is not.
  return bare.length >= 12 || (/[a-z]/i.test(bare) && /\d/.test(bare));
}
