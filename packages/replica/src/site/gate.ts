import { type Cookie, cookiesOf, type Session } from "../member/session.ts";
import { type Answered, type Exchange, unquoted } from "../server/exchange.ts";
import type { Site, Visitor } from "./site.ts";

/** Whether a request comes from somebody who is signed in, and what it gets if not. */
export type Admission =
  | ({ readonly kind: "admitted" } & Visitor)
  | { readonly kind: "turned-away"; readonly why: string; readonly answer: (exchange: Exchange) => Answered };

export function admit(site: Site, exchange: Exchange): Admission {
  const liAt = unquoted(exchange.cookies.get("li_at") ?? "");
  if (liAt === "") return { kind: "turned-away", why: "signed out", answer: toSignIn };
  const visitor = visitorWith(site, liAt);
  if (visitor === null) return { kind: "turned-away", why: "unknown li_at", answer: deleteMe };
  const { member, session } = visitor;
  const bound = member.faults.requireUserAgent ?? session.userAgent;
  if (bound !== null && bound !== exchange.userAgent)
    return { kind: "turned-away", why: "another user agent", answer: deleteMe };
  if (!exchange.cookies.has("JSESSIONID") || !exchange.cookies.has("bcookie"))
    return { kind: "turned-away", why: "li_at without its companions", answer: loop };
  if (member.challenged) return { kind: "turned-away", why: "challenged", answer: toChallenge };
  return { kind: "admitted", member, session };
}

export function visitorWith(site: Site, liAt: string): Visitor | null {
  for (const member of site.members.values()) {
    const session = member.sessionOf(liAt);
    if (session !== undefined) return { member, session };
  }
  return null;
}

/** The address asked for, to come back to after signing in. */
const wanted = (exchange: Exchange) => `${exchange.url.pathname}${exchange.url.search}`;

export function toSignIn(exchange: Exchange): Answered {
  return exchange.redirect(`/login?session_redirect=${encodeURIComponent(wanted(exchange))}`);
}

/** The site's way to end a session (fixtures, set-cookie_logout): the next request is signed out. */
export function deleteMe(exchange: Exchange): Answered {
  deleteSession(exchange);
  return exchange.redirect(wanted(exchange));
}

/** The cookie alone, with whatever the answer is. */
export const deleteSession = (exchange: Exchange): void =>
  exchange.setCookie('li_at="delete me"; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/');

/** For ever: the browser gives up with ERR_TOO_MANY_REDIRECTS. */
export function loop(exchange: Exchange): Answered {
  const target = new URL(exchange.url);
  target.searchParams.set("redirected", "true");
  return exchange.redirect(`${target.pathname}${target.search}`);
}

/** Whether this is a hop of a loop that was begun by a fault. */
export const isLooping = (exchange: Exchange): boolean => exchange.url.searchParams.has("redirected");

export function toChallenge(exchange: Exchange): Answered {
  return exchange.redirect("/checkpoint/challenge/");
}

export function setSessionCookies(exchange: Exchange, session: Session): void {
  for (const cookie of cookiesOf(session)) exchange.setCookie(asSetCookie(cookie));
}

/** JSESSIONID is read by the page's script; li_at never is. */
export function asSetCookie({ name, value }: Cookie): string {
  const httpOnly = name === "JSESSIONID" || name === "lidc" ? "" : "; HttpOnly";
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${httpOnly}`;
}
