import type { ExtensionBrowser } from "./browser.ts";
import { cookieNames, site } from "./site.ts";

/** A cookie that is sent. Its value is shown nowhere. */
export interface Gathered {
  readonly name: string;
  readonly value: string;
}

export interface Gathering {
  readonly found: readonly Gathered[];
  readonly missing: readonly string[];
}

/**
 * Asks for each cookie by its name: `getAll` leaves out those of the wider domain (`.linkedin.com`), which the
 * permission for the one host does not cover, and a request to that host carries them all the same.
 */
export async function gather(browser: ExtensionBrowser): Promise<Gathering> {
  const found: Gathered[] = [];
  for (const name of cookieNames) {
    const cookie = await browser.cookies.get({ url: `${site}/`, name });
    if (cookie && isLive(cookie.value)) found.push({ name, value: cookie.value });
  }
  return { found, missing: cookieNames.filter((name) => !found.some((cookie) => cookie.name === name)) };
}

/** Firefox lets its user withhold the site from an extension until they are asked. */
export async function mayRead(browser: ExtensionBrowser): Promise<boolean> {
  const { protocol, hostname } = new URL(site);
  const wanted = { origins: [`${protocol}//${hostname}/*`] };
  return (await browser.permissions.contains(wanted)) || browser.permissions.request(wanted);
}

/** Signed out, LinkedIn leaves `delete me` in a cookie's place. */
function isLive(value: string): boolean {
  return !/^"?\s*(?:delete[ +]?me)?\s*"?$/i.test(value);
}
