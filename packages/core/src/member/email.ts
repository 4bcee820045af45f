import * as z from "zod";

/** The address that a browser's own email field accepts (WHATWG HTML), at most 254 characters (RFC 5321). */
const address = z.string().max(254).regex(z.regexes.html5Email);

/** The address in the form in which two are compared, or null where it is none. */
export function emailAddress(typed: string): string | null {
  const parsed = address.safeParse(typed.trim());
  // Without a dot in the domain it is a host of one's own network, which SES cannot reach.
  if (!parsed.success || !/@[^@]+\.[^@.]+$/.test(parsed.data)) return null;
  return parsed.data.toLowerCase();
}
