import type { Invitation } from "../invitation/invitation.ts";
import { kinds } from "../invitation/kinds.ts";
import type { Effect } from "../layouts/effect.ts";
import { sharedSecretOf } from "../layouts/payload.ts";
import { fill } from "../layouts/strings/table.ts";
import type { WithdrawFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import { faultAt } from "../member/rules.ts";
import type { Exchange } from "../server/exchange.ts";
import type { ActionRecord } from "./actions.ts";
import { deleteMe, deleteSession, toChallenge, toSignIn } from "./gate.ts";
import { type Asked, protocolOf } from "./protocol.ts";
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
  const protocol = protocolOf(exchange);
  const asked = protocol.asked(exchange);
  if (asked.kind === "refused") {
    exchange.octets(400, "");
    return { ids: [], outcome: `refused: ${asked.why}` };
  }
  const { id } = asked;
  const invitation = member.find((pending) => pending.id === id);
  const wrong = invitation === undefined ? null : mismatch(invitation, asked);
  if (wrong !== null) {
    exchange.octets(400, "");
    return { ids: [id], outcome: `refused: ${wrong}` };
  }
  const fault = faultAt(member.faults.withdraw, n);
  if (fault !== null && changesNothing(fault)) {
    refuse(exchange, visitor, fault, (text, gone) => protocol.refuse(exchange, id, text, gone));
    return { ids: [id], outcome: fault };
  }
  if (invitation === undefined) {
    protocol.refuse(exchange, id, member.strings.toast.gone, true);
    return { ids: [id], outcome: "already gone" };
  }
  const bystander = member.find((pending) => pending.id !== id);
  if (fault !== "not-really") member.withdraw(id);
  if (fault === "done-then-deleteMe") deleteSession(exchange);
  if (fault === "done-but-dropped") exchange.drop();
  else {
    const said = fill(member.strings.toast.withdrawn, { name: invitation.name });
    protocol.done(exchange, id, said, effect(member, invitation, bystander, fault, n));
  }
  return { ids: [id], outcome: fault === null ? "withdrawn" : fault };
}

type Refusal = Exclude<
  WithdrawFault,
  "gone-no-pill" | "not-really" | "somebody-else-goes" | "done-but-dropped" | "done-then-deleteMe"
>;

const changesNothing = (fault: WithdrawFault): fault is Refusal =>
  !["gone-no-pill", "not-really", "somebody-else-goes", "done-but-dropped", "done-then-deleteMe"].includes(
    fault,
  );

function refuse(
  exchange: Exchange,
  { member }: Visitor,
  fault: Refusal,
  say: (text: string, gone: boolean) => void,
): unknown {
  switch (fault) {
    case "failed-200":
      return say(member.strings.toast.gone, true);
    case "toast-error-row-stays":
      return say(member.strings.toast.failed, false);
    case "dropped":
      return exchange.drop();
    case "login":
      return toSignIn(exchange);
    case "deleteMe":
      return deleteMe(exchange);
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
  member: ReplicaMember,
  { profileUrn }: Invitation,
  bystander: Invitation | undefined,
  fault: WithdrawFault | null,
  n: number,
): Effect {
  const taken = fault === "somebody-else-goes" && bystander !== undefined ? [bystander.profileUrn] : [];
  return {
    removed: [profileUrn, ...taken],
    fallsBy: fault === "gone-no-pill" ? 0 : 1,
    showReceived: faultAt(member.faults.autoSwitchReceived, n) ?? false,
  };
}

const typeOf = ({ kind }: Invitation) => `GenericInvitationType_${kinds[kind].type}`;

/** The field in which a request and the invitation that it names disagree; null where all agree. */
function mismatch(invitation: Invitation, asked: Extract<Asked, { kind: "withdrawal" }>): string | null {
  if (asked.type !== null && asked.type !== typeOf(invitation)) return "invitationType";
  if (asked.slug !== null && asked.slug !== invitation.vanityInData) return "inviteeVanityName";
  return asked.token === null || asked.token === sharedSecretOf(invitation) ? null : "validationToken";
}
