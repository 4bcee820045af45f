import type { Exchange } from "../server/exchange.ts";
import { authwallPage, challengePage, loginPage, rememberMePage } from "./failures.ts";
import { setSessionCookies } from "./gate.ts";
import type { Site } from "./site.ts";
import { approvalPage, restrictedPage } from "./walls.ts";

/** The pages for somebody who is signed out. Returns false where the path is none of them. */
export function answerSignedOutPage(exchange: Exchange): boolean {
  const path = exchange.url.pathname.replace(/\/$/, "");
  const redirect = exchange.url.searchParams.get("session_redirect") ?? "/feed/";
  if (path === "/login") exchange.html(200, loginPage(redirect));
  else if (path === "/uas/login") exchange.html(200, rememberMePage);
  else if (path === "/authwall") exchange.html(200, authwallPage);
  else if (path === "/checkpoint/challenge/approval") exchange.html(200, approvalPage);
  else if (path === "/checkpoint/restricted") exchange.html(200, restrictedPage);
  else if (path.startsWith("/checkpoint")) exchange.html(200, challengePage);
  else return false;
  return true;
}

/** The sign-in form's post: a session of its own for every sign-in. */
export function answerSignIn(
  site: Site,
  exchange: Exchange,
): { member: string | null; session: number | null } {
  const form = new URLSearchParams(exchange.body);
  const email = (form.get("session_key") ?? "").trim().toLowerCase();
  const member = [...site.members.values()].find((candidate) => candidate.email.toLowerCase() === email);
  const redirect = form.get("session_redirect") ?? "/feed/";
  if (member === undefined || member.password !== form.get("session_password")) {
    exchange.html(200, loginPage(redirect, "Wrong email or password. Try again."));
    return { member: null, session: null };
  }
  const session = member.openSession(null);
  setSessionCookies(exchange, session);
  // A path of this site, and nothing that a browser would take for another host.
  exchange.redirect(/^\/(?![/\\])/.test(redirect) ? redirect : "/feed/", 303);
  return { member: member.slug, session: session.number };
}
