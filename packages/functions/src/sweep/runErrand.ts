import type { Member } from "@lapse/core/member/member";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { SecretLog } from "../log/secretLog.ts";
import { type Errand, errandWaitsMs, isInHand } from "../store/errands.ts";
import type { ErrandMessage, Times, Told } from "./errand.ts";
import { haltedBy } from "./halted.ts";
import { lookErrand } from "./lookErrand.ts";
import { MemberLeft } from "./memberLeft.ts";
import type { SweepPorts } from "./ports.ts";
import { connectedTold, endTrial, tryErrand } from "./tryErrand.ts";
import { withdrawErrand } from "./withdrawErrand.ts";

/**
 * `no-errand`: nobody waits for it, because it has ended before, lapsed, or the member has left. `in-hand`: another worker
 * took it and may be at it, or died over it, so its message has to come again.
 */
export type ErrandDone = SweepOutcome | "no-errand" | "in-hand";

/**
 * Does what a member asked for and says what came of it, once. Somebody is waiting: what fails by our fault ends as
 * well, and is not tried again behind their back, when they may have given up or asked anew.
 * @param deadline milliseconds since 1970
 */
export async function runErrand(
  message: ErrandMessage,
  deadline: number,
  ports: SweepPorts,
  secret: SecretLog,
): Promise<ErrandDone> {
  const { memberId, runId } = message;
  const { errands, members, now } = ports;
  const member = await members.get(memberId);
  if (member === null) {
    await members.clearGone(memberId);
    return "no-errand";
  }
  const asked = (await errands.list(memberId)).find((each) => each.runId === runId);
  if (asked?.state.kind !== "waiting") {
    // Whoever ended it died before its last step; but one that ended just now is at that step.
    const left = asked === undefined || asked.state.at < now() - 60_000;
    if (message.kind === "try" && left) await endTrial(message, ports);
    return "no-errand";
  }
  const waitedUntil = asked.askedAt + errandWaitsMs;
  const late = now() >= waitedUntil;
  if (late ? isInHand(asked, now()) : !(await errands.take(memberId, runId))) return "in-hand";
  const times = { deadline, waitedUntil };
  try {
    const told = late
      ? await lateTold(member, message, asked, ports)
      : await carriedOut(member, message, times, ports, secret);
    // The first to end it counts: a message can come twice.
    const first = await errands.end(memberId, runId, { kind: "ended", at: now(), ...told });
    if (message.kind === "try") await endTrial(message, ports);
    await members.clearGone(memberId);
    return first ? told.outcome : "no-errand";
  } catch (fault) {
    // Its message comes again; where this fails as well, not before a worker would be dead.
    if (!late) await errands.giveBack(memberId, runId).catch(() => undefined);
    throw fault;
  }
}

async function carriedOut(
  member: Member,
  message: ErrandMessage,
  times: Times,
  ports: SweepPorts,
  secret: SecretLog,
): Promise<Told> {
  const halted = await haltedBy(ports.stopSwitch, secret.log);
  if (halted !== null) return stoppedTold(message.kind, halted);
  try {
    const { outcome, message: words } = await carryOut(member, message, times, ports, secret);
    // Stopped on its way, what only reads has nothing to tell, and a withdrawal tells how far it came.
    const late = outcome === "interrupted" ? await haltedBy(ports.stopSwitch, secret.log) : null;
    if (late !== null && message.kind !== "withdraw") return stoppedTold(message.kind, late);
    return { outcome, message: words };
  } catch (fault) {
    if (!(fault instanceof MemberLeft)) {
      secret.log.error("an errand failed", fault);
      // Its message is done with, so that nobody above sees it fail.
      ports.metrics.add("SweepsFailed", 1);
    }
    return { outcome: "interrupted", message: failed[message.kind] };
  }
}

function carryOut(
  member: Member,
  message: ErrandMessage,
  ...rest: [times: Times, ports: SweepPorts, secret: SecretLog]
): Promise<Told> {
  switch (message.kind) {
    case "try":
      return tryErrand(member, message, ...rest);
    case "look":
      return lookErrand(member, message, ...rest);
    case "withdraw":
      return withdrawErrand(member, message, ...rest);
  }
}

/** What came too late to be begun; where it was begun, nobody came to its end. */
async function lateTold(
  member: Member,
  message: ErrandMessage,
  { takenAt }: Errand,
  { sessions }: SweepPorts,
): Promise<Told> {
  if (takenAt === null) return tooLate;
  if (message.kind === "try" && (await sessions.take(member.id, message.version)))
    return connectedTold(member.account);
  return { outcome: "interrupted", message: failed[message.kind] };
}

/** The pages have called it over by then, and the member may have asked anew, or have changed their mind. */
const tooLate: Told = {
  outcome: "interrupted",
  message: "It was not done in time, so nothing was opened. Ask again.",
};

function stoppedTold(kind: ErrandMessage["kind"], why: string): Told {
  const clause = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return { outcome: "interrupted", message: `${clause}, so ${notDone[kind]}` };
}

const notDone: Readonly<Record<ErrandMessage["kind"], string>> = {
  try: "it was not tried. Nothing of it was kept; give it again later.",
  look: "nothing was read. Ask again later.",
  withdraw: "nothing was opened. Ask again later.",
};

/** Nobody knows how far it came. */
const failed: Readonly<Record<ErrandMessage["kind"], string>> = {
  try: "It could not be tried, which is our fault. Nothing of it was kept.",
  look: "The look failed, which is our fault. Nothing was touched; ask again later.",
  withdraw:
    "Something failed on our side, and we cannot say whether it was withdrawn. Look at that profile before you ask again.",
};
