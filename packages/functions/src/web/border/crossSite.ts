import type { Context, MiddlewareHandler } from "hono";
import { extensionPath } from "../connect/extension.ts";
import { notePage } from "../pages/layout.ts";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * No cookie counts at these: at the first a token does, which a mail program posts from wherever it is (RFC 8058), at
 * the second a code, which is taken from browser extensions alone.
 */
const ownRules: ReadonlySet<string> = new Set(["/unsubscribe", extensionPath]);

/**
 * Refuses what changes something and comes from a page of another site, whatever its content type. Browsers say where
 * it comes from in `Sec-Fetch-Site` and, older ones, in `Origin`; what is no browser says nothing and has no cookie.
 */
export function crossSite(webOrigin: string): MiddlewareHandler {
  return async (context, next) => {
    if (reading.has(context.req.method) || isOurs(context, webOrigin)) return next();
    const sentence =
      "This was sent from a page of another site, so nothing was done. Open the page here and try again.";
    return context.html(notePage("Not from here", sentence), 403);
  };
}

function isOurs({ req }: Context, webOrigin: string): boolean {
  if (ownRules.has(req.path)) return true;
  const origin = req.header("origin");
  const site = req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined || origin === webOrigin) return true;
  // On one's own computer, either name of it and any port; elsewhere a host can be a name of anybody's.
  return isLoopback(webOrigin) && isLoopback(origin) && origin === hostOrigin(req.header("host"), req.url);
}

function isLoopback(origin: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(origin);
}

/** The origin under which this very request was sent. */
function hostOrigin(host: string | undefined, url: string): string {
  const { protocol, host: asked } = new URL(url);
  return `${protocol}//${host ?? asked}`;
}
