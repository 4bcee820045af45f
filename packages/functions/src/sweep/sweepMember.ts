import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { SecretLog } from "../log/secretLog.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import { haltedBy } from "./halted.ts";
import { isEndOfSession, needsMember, runWithSession, tellOf } from "./ownSession.ts";
import type { SweepPorts } from "./ports.ts";

/** Why a message was taken off the queue: a sweep with its outcome, or nothing to do. */
export type SweepDone = SweepOutcome | "no-member" | "not-started" | "not-due" | "no-session" | "stopped";

/** After these, what the dispatcher claimed runs out by itself: another run is at it, or this one was stopped. */
const leavesClaim: ReadonlySet<SweepOutcome> = new Set(["busy", "interrupted"]);

/**
 * Carries out one scheduled sweep. A message may come twice and late; a member whose next sweep is not due was served
 * already.
 * @param deadline milliseconds since 1970
 */
export async function sweepMember(
  { memberId, runId }: SweepMessage,
  deadline: number,
  ports: SweepPorts,
  secret: SecretLog,
): Promise<SweepDone> {
  const { members, now } = ports;
  const member = await members.get(memberId);
  if (member === null) {
    // A worker that died may have written after its member left.
    await members.clearGone(memberId);
    return "no-member";
  }
  if (member.session !== "sealed") return "no-session";
  if (member.startedAt === null) return "not-started";
  if (member.nextSweepAt > now()) return "not-due";
  // The message is done with, and the member stays due: they are sent for again once the stop is lifted and the claim ran out.
  if ((await haltedBy(ports.stopSwitch, secret.log)) !== null) return "stopped";

  const ran = await runWithSession(member, { runId, task: { kind: "sweep" }, deadline }, ports, secret);
  if (ran === null) return "no-session";
  const { outcome } = ran.result;
  if (!isEndOfSession(outcome) && !leavesClaim.has(outcome)) {
    // A time zone that was changed during the sweep decides about the next one already.
    const { policy, spread } = (await members.get(memberId)) ?? member;
    const untoldSince = needsMember(outcome) ? now() : undefined;
    await members.finishSweep(memberId, ran.version, nextSweepAt(policy, now(), spread), untoldSince);
  }
  await tellOf(outcome, { memberId, runId }, ports, secret);
  return outcome;
}
