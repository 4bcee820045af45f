import type { Invitation } from "../invitation/invitation.ts";
import type { LayoutAnswer } from "../layouts/layout.ts";
import type { DialogFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import { faultAt } from "../member/rules.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import { parsedJson, under } from "./body.ts";
import { toChallenge } from "./gate.ts";
import { answerReceivedPage } from "./received-page.ts";
import { type Site, type Visitor, wait } from "./site.ts";
import { layoutAsking, pageView, receivedView, sentView } from "./views.ts";

/** What the journal is told of an action. */
export interface ActionRecord {
  readonly ids: readonly string[];
  readonly outcome: string;
}

/** The next rows of the list, from the index that the page's script asks for. */
export async function answerPagination(
  site: Site,
  exchange: Exchange,
  visitor: Visitor,
): Promise<ActionRecord> {
  const { member } = visitor;
  const n = member.count("pagination");
  await wait(member.faults.latency.pagination ?? site.latencyMs, n);
  const start = startIn(exchange);
  if (start === null) {
    exchange.octets(400, "");
    return { ids: [], outcome: "refused: invitationStartIndex" };
  }
  const fault = faultAt(member.faults.pagination, n);
  if (exchange.url.search.includes("scribeReceived"))
    return answerReceivedPage(site, exchange, member, start, fault);
  const layout = layoutAsking(site, member, exchange);
  const view = sentView(site, member, start, layout);
  const send = ({ type, body }: LayoutAnswer) => exchange.answer(200, type, body);
  switch (fault) {
    case null:
      send(layout.pagination(view, start));
      return { ids: view.invitations.map(({ id }) => id), outcome: "" };
    case "wrongEnd":
      send(layout.pagination({ ...view, invitations: [] }, start));
      break;
    case "stall":
      exchange.silence();
      break;
    case "dropped":
      exchange.drop();
      break;
    case "403":
    case "429":
    case "500":
      exchange.octets(Number(fault), "");
  }
  return { ids: [], outcome: fault };
}

/** The index that the request names, by the keys of the three pagers; null for none. */
function startIn({ method, url, body }: Exchange): number | null {
  const payload = under(parsedJson(body), "clientArguments", "payload");
  const named = under(payload, "invitationStartIndex") ?? under(payload, "startIndex");
  const start = method === "GET" ? Number(url.searchParams.get("start") ?? "") : named;
  return typeof start === "number" && Number.isInteger(start) && start >= 0 ? start : null;
}

/** The confirm dialog of the person whose reference is posted. */
export async function answerDialog(site: Site, exchange: Exchange, visitor: Visitor): Promise<ActionRecord> {
  const { member } = visitor;
  const n = member.count("dialog");
  await wait(member.faults.latency.dialog ?? site.latencyMs, n);
  const urn = under(
    parsedJson(exchange.body),
    ...["value", "content", "screen", "requestedArguments", "payload", "profileUrn"],
  );
  const named = (invitation: Invitation) => invitation.profileUrn === urn;
  // The dialog of one that is gone opens too: it is the withdrawal that then fails (evidence §3, failure).
  const asked = member.find(named) ?? member.findGone(named);
  const accepting = faultAt(member.faults.acceptDuring, n);
  const fault = faultAt(member.faults.dialog, n);
  if (typeof fault === "object" && fault !== null) await wait(fault.delayMs, n);
  if (asked === undefined) {
    exchange.octets(404, "");
    return { ids: [], outcome: "refused: no such invitation" };
  }
  sendDialog(site, exchange, member, asked, fault);
  // After the answer: the person accepts while the dialog is open.
  if (accepting !== null) member.accept(accepting === "target" ? asked.id : accepting);
  return { ids: [asked.id], outcome: fault === null ? "" : typeof fault === "string" ? fault : "delayed" };
}

function sendDialog(
  site: Site,
  exchange: Exchange,
  member: ReplicaMember,
  asked: Invitation,
  fault: DialogFault | null,
): Answered {
  const answer = (invitation: Invitation) =>
    exchange.octets(200, layoutAsking(site, member, exchange).dialog(pageView(site, member), invitation));
  switch (fault) {
    case "never":
      return exchange.silence();
    case "other-name":
      return answer(member.find(({ name }) => name !== asked.name) ?? asked);
    case "error500":
      return exchange.octets(500, "");
    case "429":
      return exchange.octets(429, "");
    case "challenge":
      member.challenged = true;
      return toChallenge(exchange);
    default:
      return answer(asked);
  }
}

/** A tab's content, asked for without loading the page. */
export async function answerTab(site: Site, exchange: Exchange, visitor: Visitor): Promise<ActionRecord> {
  const { member } = visitor;
  await wait(member.faults.latency.tab ?? site.latencyMs, member.count("tab"));
  const layout = layoutAsking(site, member, exchange);
  const received = exchange.url.pathname.includes("/received");
  const view = received ? receivedView(site, member) : sentView(site, member, 0, layout);
  exchange.octets(200, layout.tab(view));
  return { ids: [], outcome: received ? "received" : "sent" };
}
