import type { Invitation } from "../invitation/invitation.ts";
import type { DialogFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import { faultAt } from "../member/rules.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import { parsedJson, under } from "./body.ts";
import { toChallenge } from "./gate.ts";
import { type Site, type Visitor, wait } from "./site.ts";
import { pageView, receivedView, sentView } from "./views.ts";

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
  const start = under(parsedJson(exchange.body), "clientArguments", "payload", "invitationStartIndex");
  if (typeof start !== "number" || !Number.isInteger(start) || start < 0) {
    exchange.octets(400, "");
    return { ids: [], outcome: "refused: invitationStartIndex" };
  }
  const fault = faultAt(member.faults.pagination, n);
  const view = sentView(site, member, start);
  switch (fault) {
    case null:
      exchange.octets(200, site.layout.pagination(view, start));
      return { ids: view.invitations.map(({ id }) => id), outcome: "" };
    case "wrongEnd":
      exchange.octets(200, site.layout.pagination({ ...view, invitations: [] }, start));
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
    exchange.octets(200, site.layout.dialog(pageView(site, member), invitation));
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
  const received = exchange.url.pathname.includes("/received");
  const view = received ? receivedView(site, member) : sentView(site, member, 0);
  exchange.octets(200, site.layout.tab(view));
  return { ids: [], outcome: received ? "received" : "sent" };
}
