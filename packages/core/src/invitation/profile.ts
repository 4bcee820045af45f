/**
 * A person's address on LinkedIn, in the one form in which two can be compared.
 * `vanity` is the readable slug (`/in/ada-lovelace`), `urn` the member's opaque key (`/in/ACoAA…`, printed by some
 * surfaces in place of the slug). Two addresses of different kinds may be the same person.
 */
export interface ProfileAddress {
  readonly kind: "vanity" | "urn";
  readonly key: string;
}

const host =
  /^(?:https?:)?\/\/(?:(?:[a-z0-9-]+\.)*linkedin\.com|localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?(?=\/|$)/i;
const bareHost = /^(?:[a-z0-9-]+\.)*linkedin\.com(?=\/)/i;
const anyOrigin = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

/** What a copy out of a mail or a text leaves around a link. */
const wrapped = /^[<("'\u201c\u201e\u201a\u2018\u00ab[\s]+/;

/**
 * Reads a profile link in any form that LinkedIn prints or a person pastes: absolute or not, any country host, a
 * language prefix or suffix, that of a mail (`/comm`) or of the old mobile site (`/mwlite`), percent-encoded, with query,
 * hash or slashes, and with what stood around it in a text; also a bare `in/slug`.
 * Returns null for anything that names no profile; `/in/me` names whoever opens it. Addresses are compared after
 * decoding, NFC and case folding.
 */
export function profileAddress(link: string): ProfileAddress | null {
  const bare = link.replace(wrapped, "").replace(host, "");
  const slug = profileSlug(bare.replace(/\/{2,}(?=[^/.]*(?:\/|$))/g, "/"), host);
  const address = slug === null ? null : addressOfSlug(slug);
  return address?.key === "me" ? null : address;
}

/** The same for a link on a page, whose origin is the site's own and need not be linkedin.com. */
export function profileAddressOnPage(href: string): ProfileAddress | null {
  const slug = profileSlug(href, anyOrigin);
  return slug === null ? null : addressOfSlug(slug);
}

/** `/in/<slug>`, decoded and NFC, case kept: the form in which results name a person. Null for other links. */
export function profilePath(href: string): string | null {
  const slug = profileSlug(href, anyOrigin);
  return slug === null ? null : `/in/${slug}`;
}

/** The address of a slug or member key that is already known to be one, such as the page's own data hold. */
export function addressOfSlug(slug: string): ProfileAddress | null {
  const given = decode(slug.trim());
  if (given === null || /[/?#\s]/.test(given)) return null;
  const decoded = bareSlug(given);
  if (decoded === "") return null;
  // Member keys start with ACo or AEM and are far longer than a vanity name may begin with those letters [I].
  if (/^A(?:Co|EM)[A-Za-z0-9_-]{20,}$/.test(decoded)) return { kind: "urn", key: decoded };
  return { kind: "vanity", key: fold(decoded) };
}

const endsNoSlug = new Set(".,:!)]}>\"'`*\u2026\u2019\u201c\u201d\u00bb");

/** As a slug is spelled: no parameters behind it, no full stop or quotation mark, plain hyphens, nothing that nobody sees. */
function bareSlug(slug: string): string {
  const seen = (slug.split(/[&;]/, 1)[0] ?? "")
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-");
  let end = seen.length;
  while (end > 0 && endsNoSlug.has(seen.charAt(end - 1))) end--;
  return seen.slice(0, end);
}

export function sameAddress(a: ProfileAddress, b: ProfileAddress): boolean {
  return a.kind === b.kind && a.key === b.key;
}

function profileSlug(link: string, origin: RegExp): string | null {
  const rest = link.trim().replace(origin, "").replace(bareHost, "");
  const match = /^\/?(?:(?:comm|mwlite|[a-z]{2}(?:[-_][a-z]{2,4})?)\/)?in\/([^/?#]+)/i.exec(rest);
  const slug = match?.[1];
  if (slug === undefined) return null;
  const decoded = decode(slug);
  // "/in/.." is the site's first page to a browser.
  return decoded === null || /^\.{0,2}$|[/?#\s]/.test(decoded) ? null : decoded;
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug).normalize("NFC");
  } catch {
    return null;
  }
}

/** Down, up and down, so that letters with several forms of a case (ß ẞ, σ ς, ı) meet. */
function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().toUpperCase().toLowerCase().normalize("NFC");
}
