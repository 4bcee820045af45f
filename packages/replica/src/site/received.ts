import { kinds } from "../invitation/kinds.ts";
import type { ReceivedInvitation } from "../invitation/received.ts";
import { withdrawnText } from "../layouts/answers.ts";
import type { IgnoreFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import { faultAt } from "../member/rules.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import type { ActionRecord } from "./actions.ts";
import { parsedJson, under } from "./body.ts";
import { toChallenge } from "./gate.ts";
import { type Site, type Visitor, wait } from "./site.ts";

/** Ignores a received invitation, or answers as the fault says. */
export async function answerIgnore(
  site: Site,
  exchange: Exchange,
  { member }: Visitor,
): Promise<ActionRecord> {
  const n = member.count("ignore");
  await wait(member.faults.latency.ignore ?? site.latencyMs, n);
  const asked = invitationIn(exchange, member, "Ignore");
  if (asked.kind === "refused") return refusal(exchange, asked);
  const { id, invitation } = asked;
  const fault = faultAt(member.faults.ignore, n);
  if (fault !== null && fault !== "gone-no-pill" && fault !== "not-really") {
    fail(exchange, member, fault);
    return { ids: [id], outcome: fault };
  }
  if (invitation === undefined) {
    exchange.octets(200, said(member.strings.toast.failed));
    return { ids: [id], outcome: "already gone" };
  }
  if (fault !== "not-really") member.received.ignore(id);
  exchange.octets(200, gone(invitation, member.strings.toast.ignored, fault !== "gone-no-pill"));
  return { ids: [id], outcome: fault ?? "ignored" };
}

/** Accepts: what no tool of ours may ever do, so that it has to work as on the site. */
export async function answerAccept(
  site: Site,
  exchange: Exchange,
  { member }: Visitor,
): Promise<ActionRecord> {
  await wait(site.latencyMs, member.count("accept"));
  const asked = invitationIn(exchange, member, "Accept");
  if (asked.kind === "refused") return refusal(exchange, asked);
  const { id, invitation } = asked;
  if (invitation === undefined || !member.received.accept(id)) {
    exchange.octets(200, said(member.strings.toast.failed));
    return { ids: [id], outcome: "already gone" };
  }
  exchange.octets(200, gone(invitation, member.strings.toast.accepted, true));
  return { ids: [id], outcome: "accepted" };
}

function fail(
  exchange: Exchange,
  member: ReplicaMember,
  fault: Exclude<IgnoreFault, "gone-no-pill" | "not-really">,
): Answered {
  switch (fault) {
    case "failed-200":
      return exchange.octets(200, said(member.strings.toast.failed));
    case "never":
      return exchange.silence();
    case "500":
      return exchange.octets(500, "");
    case "challenge":
      member.challenged = true;
      return toChallenge(exchange);
  }
}

/** The row leaves; the People counter falls for a person only. */
const gone = ({ profileUrn, kind }: ReceivedInvitation, toast: string, falls: boolean): string =>
  withdrawnText(toast, {
    removed: [profileUrn],
    fallsBy: falls && kind === "person" ? 1 : 0,
    showReceived: false,
  });

const said = (text: string) => `0:{"status":200}\n1:${JSON.stringify({ toast: { children: [text] } })}`;

type Asked =
  | { readonly kind: "named"; readonly id: string; readonly invitation: ReceivedInvitation | undefined }
  | { readonly kind: "refused"; readonly why: string };

function invitationIn(exchange: Exchange, member: ReplicaMember, act: "Ignore" | "Accept"): Asked {
  const parsed = parsedJson(exchange.body);
  const payload = under(parsed, "serverRequest", "requestedArguments", "payload");
  const request = `com.linkedin.sdui.requests.mynetwork.adda${act}Invitation`;
  if (under(parsed, "requestId") !== request) return { kind: "refused", why: "requestId" };
  if (under(payload, "inviteeActionType") !== `InviteeActionType_${act.toUpperCase()}`)
    return { kind: "refused", why: "inviteeActionType" };
  const id = under(payload, "invitationUrn", "invitationId");
  if (typeof id !== "string" || !/^\d+$/.test(id)) return { kind: "refused", why: "invitationId" };
  const invitation = member.received.find(id);
  if (invitation !== undefined && under(payload, "invitationType") !== typeOf(invitation))
    return { kind: "refused", why: "invitationType" };
  return { kind: "named", id, invitation };
}

const typeOf = ({ kind }: ReceivedInvitation) => `GenericInvitationType_${kinds[kind].type}`;

function refusal(exchange: Exchange, { why }: { readonly why: string }): ActionRecord {
  exchange.octets(400, "");
  return { ids: [], outcome: `refused: ${why}` };
}
