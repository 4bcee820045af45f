import { profilePath } from "../invitation/profile.ts";

const mostCharacters = 500;

/** The absolute address of a profile, fit for a link and for a keep list; null where it names nobody or is too long. */
export function profileUrl(profile: string | null): string | null {
  const slug = profile === null ? undefined : profilePath(profile)?.slice("/in/".length);
  if (slug === undefined) return null;
  const url = `https://www.linkedin.com/in/${encodeURIComponent(slug.toWellFormed())}`;
  return url.length > mostCharacters ? null : url;
}
