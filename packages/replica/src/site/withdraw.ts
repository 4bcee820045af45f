import type { Invitation } from "../invitation/invitation.ts";
import type { WithdrawFault } from "../member/faults.ts";
import { faultAt } from "../member/rules.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import type { ActionRecord } from "./actions.ts";
import { parsedJson, under } from "./body.ts";
import { toChallenge, toSignIn } from "./gate.ts";
import { type Site, type Visitor, wait } from "./site.ts";

/** A withdrawal: checked as the site checks it, then carried out, or answered as the fault says. */
export async function answerWithdraw(
  site: Site,
  exchange: Exchange,
  visitor: Visitor,
): Promise<ActionRecord> {
  const { member } = visitor;
  const n = member.count("withdraw");
  await wait(member.faults.latency.withdraw ?? site.latencyMs, n);
  const asked = withdrawalIn(exchange.body);
  if (asked.kind === "refused") {
    exchange.octets(400, "");
    return { ids: [], outcome: `refused: ${asked.why}` };
  }
  const { id, slug } = asked;
  const invitation = member.find((pending) => pending.id === id);
  if (invitation !== undefined && invitation.vanityInData !== slug) {
    exchange.octets(400, "");
    return { ids: [id], outcome: "refused: inviteeVanityName" };
  }
  const fault = faultAt(member.faults.withdraw, n);
  if (fault !== null && changesNothing(fault)) {
    refuse(site, exchange, visitor, fault);
    return { ids: [id], outcome: fault };
  }
  if (invitation === undefined) {
    exchange.octets(200, gone(site));
    return { ids: [id], outcome: "already gone" };
  }
  const bystander = member.find((pending) => pending.id !== id);
  if (fault !== "not-really") member.withdraw(id);
  if (fault === "done-but-dropped") exchange.drop();
  else exchange.octets(200, effect(site, visitor, invitation, bystander, fault, n));
  return { ids: [id], outcome: fault === null ? "withdrawn" : fault };
}

type Refusal = Exclude<
  WithdrawFault,
  "gone-no-pill" | "not-really" | "somebody-else-goes" | "done-but-dropped"
>;

const changesNothing = (fault: WithdrawFault): fault is Refusal =>
  !["gone-no-pill", "not-really", "somebody-else-goes", "done-but-dropped"].includes(fault);

function refuse(site: Site, exchange: Exchange, { member }: Visitor, fault: Refusal): Answered {
  switch (fault) {
    case "failed-200":
      return exchange.octets(200, gone(site));
    case "toast-error-row-stays":
      return exchange.octets(200, said(site.strings.toast.failed));
    case "dropped":
      return exchange.drop();
    case "login":
      return toSignIn(exchange);
    case "challenge":
      member.challenged = true;
      return toChallenge(exchange);
    case "403":
    case "429":
    case "500":
    case "999":
      return exchange.octets(Number(fault), "");
  }
}

function effect(
  site: Site,
  { member }: Visitor,
  { profileUrn }: Invitation,
  bystander: Invitation | undefined,
  fault: WithdrawFault | null,
  n: number,
): string {
  const taken = fault === "somebody-else-goes" && bystander !== undefined ? [bystander.profileUrn] : [];
  return site.layout.withdrawn({
    toast: site.strings.toast.withdrawn,
    removed: [profileUrn, ...taken],
    fallsBy: fault === "gone-no-pill" ? 0 : 1,
    showReceived: faultAt(member.faults.autoSwitchReceived, n) ?? false,
  });
}

/** The fixture's text, in its framing: what "already gone" looks like inside a 200. */
const gone = (site: Site) => said(site.strings.toast.gone);
const said = (text: string) => `0:{"status":200}\n1:${JSON.stringify({ toast: { children: [text] } })}`;

type Asked =
  | { readonly kind: "withdrawal"; readonly id: string; readonly slug: string }
  | { readonly kind: "refused"; readonly why: string };

/** The id and the slug of a request as captured (fixtures, request_withdraw.json). */
function withdrawalIn(body: string): Asked {
  const parsed = parsedJson(body);
  const payload = under(parsed, "serverRequest", "requestedArguments", "payload");
  const id = under(payload, "invitationUrn", "invitationId");
  const slug = under(payload, "inviteeVanityName");
  const request = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";
  if (under(parsed, "requestId") !== request || under(parsed, "serverRequest", "requestId") !== request)
    return { kind: "refused", why: "requestId" };
  if (under(payload, "inviterActionType") !== "InviterActionType_WITHDRAW")
    return { kind: "refused", why: "inviterActionType" };
  if (under(payload, "invitationType") !== "GenericInvitationType_CONNECTION")
    return { kind: "refused", why: "invitationType" };
  if (typeof id !== "string" || !/^\d+$/.test(id)) return { kind: "refused", why: "invitationId" };
  if (typeof slug !== "string") return { kind: "refused", why: "inviteeVanityName" };
  return { kind: "withdrawal", id, slug };
}
