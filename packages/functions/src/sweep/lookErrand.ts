import { messageOf } from "@lapse/core/sweep/message";
import type { CarryOut, Told } from "./errand.ts";
import { runWithSession, tellOf } from "./ownSession.ts";

/** Reads the member's lists now, whenever the next sweep is, and clicks nothing. */
export const lookErrand: CarryOut<"look"> = async (member, { runId }, { deadline }, ports, secret) => {
  if (member.policy.paused) return { outcome: "paused", message: messageOf("paused", [], null) };
  if (member.session !== "sealed") return notConnected;
  const ran = await runWithSession(member, { runId, task: { kind: "look" }, deadline }, ports, secret);
  if (ran === null) return notConnected;
  await tellOf(ran.result.outcome, { memberId: member.id, runId }, ports, secret);
  return ran.result;
};

export const notConnected: Told = {
  outcome: "signed-out",
  message: "Your LinkedIn account is not connected, so nothing was opened. Connect it first.",
};
