import { escaped } from "../layouts/markup.ts";
import { mutated } from "../layouts/mutate/mutate.ts";
import { faultAt } from "../member/rules.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import { notFoundPage } from "./failures.ts";
import { asSetCookie, isLooping, loop } from "./gate.ts";
import { answerFault } from "./page-faults.ts";
import { answerProfile } from "./profile.ts";
import { type Site, type Visitor, wait } from "./site.ts";
import { layoutFor, pageView, receivedView, sentView } from "./views.ts";

/** A page for somebody who is signed in. Returns the fault's name for the journal, or "". */
export async function answerPage(site: Site, exchange: Exchange, visitor: Visitor): Promise<string> {
  const { member, session } = visitor;
  if (isLooping(exchange)) {
    loop(exchange);
    return "redirectLoop";
  }
  const n = member.count("page");
  await wait(member.faults.latency.page ?? site.latencyMs, n);
  const fault = faultAt(member.faults.page, n);
  if (fault !== null) {
    answerFault(fault, exchange, member);
    return fault;
  }
  if (member.faults.rotateSession) {
    member.rotate(session);
    exchange.setCookie(asSetCookie({ name: "li_at", value: session.liAt }));
  }
  route(site, exchange, visitor);
  return "";
}

const manager = "/mynetwork/invitation-manager";

function route(site: Site, exchange: Exchange, { member }: Visitor): Answered {
  const path = exchange.url.pathname.replace(/\/$/, "");
  const layout = layoutFor(site, member);
  const html = (page: string) => exchange.html(200, mutated(page, member.faults.mutations));
  switch (path) {
    case "":
      return exchange.redirect("/feed/");
    case manager:
      return exchange.redirect(`${manager}/received/`);
    case `${manager}/sent`:
    case `${manager}/sent/CONNECTION`:
      return html(layout.page(sentView(site, member, 0, layout)));
    case `${manager}/sent/ORGANIZATION`:
      return html(layout.page({ ...pageView(site, member), screen: "pages" }));
    case `${manager}/received`:
      return html(layout.page(receivedView(site, member)));
    case `${manager}/received/CONNECTION`:
      return html(layout.page(receivedView(site, member, "people")));
    case "/feed":
    case "/mynetwork":
    case "/jobs":
    case "/messaging":
    case "/notifications":
      return exchange.html(200, plainPage(path.slice(1), "Nothing to see here but your own network."));
    default:
      return path.startsWith("/in/")
        ? answerProfile(site, exchange, member, decoded(path.slice("/in/".length)))
        : exchange.html(404, notFoundPage);
  }
}

const plainPage = (title: string, text: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | LinkedIn</title></head>` +
  `<body><header><nav><a href="${manager}/sent/">Manage invitations</a></nav></header>` +
  `<main><h1>${escaped(title)}</h1><p>${text}</p></main></body></html>`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
