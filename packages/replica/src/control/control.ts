import type { Exchange } from "../server/exchange.ts";
import type { Site } from "../site/site.ts";
import { applyForm } from "./fields.ts";
import { controlPage, sessionPage } from "./page.ts";

/** Answers the control page's own addresses; false for everything else, which is the imitated site. */
export function answerControl(site: Site, exchange: Exchange): boolean {
  const path = exchange.url.pathname.replace(/\/$/, "");
  if (path === "/replica" && exchange.method === "GET") {
    exchange.html(200, controlPage(site));
    return true;
  }
  const act = /^\/replica\/members\/([^/]+)\/(reset|accept|session|faults)$/.exec(path);
  if (act === null) return false;
  const member = site.members.get(decodeURIComponent(act[1] ?? ""));
  if (member === undefined || exchange.method !== "POST") exchange.answer(404, "text/plain", "not found");
  else if (isForeign(exchange)) exchange.answer(403, "text/plain", "from another site");
  else if (act[2] === "session") exchange.html(200, sessionPage(member));
  else {
    const form = new URLSearchParams(exchange.body);
    if (act[2] === "reset") member.reset();
    if (act[2] === "accept") member.accept(form.get("id") ?? "");
    if (act[2] === "faults") applyForm(form, member.faults);
    exchange.redirect(`/replica#${member.slug}`, 303);
  }
  return true;
}

/** Another site open in the same browser must not press these buttons. */
const isForeign = (exchange: Exchange) =>
  !["same-origin", "none", null].includes(exchange.header("sec-fetch-site"));
