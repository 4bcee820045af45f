import type { Reading } from "@lapse/core/reading/reading";
import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import type { CarryOut, ErrandMessage, Told } from "./errand.ts";
import { foreignAccount } from "./foreignAccount.ts";
import { keepReading } from "./keepReading.ts";
import { MemberLeft, whileMember } from "./memberLeft.ts";
import type { SweepPorts } from "./ports.ts";

type TryMessage = Extract<ErrandMessage, { kind: "try" }>;

/**
 * Reads the lists once with the session that was given. One that works takes the place of the member's session with
 * one write, the one that names its version in the member's record: before it the old one is in use, after it this one.
 */
export const tryErrand: CarryOut<"try"> = async (member, { runId, version }, { deadline }, ports, secret) => {
  const { members, sessions, readings, now } = ports;
  const { log, hide } = secret;
  const memberId = member.id;
  // An earlier try of this message died after that write.
  if (await sessions.take(memberId, version)) return connectedTold(member.account);
  const candidate = await sessions.candidate(memberId, version);
  if (candidate === null) return takenBack;
  hide(candidate.session);
  let { session } = candidate;
  const seen: Reading[] = [];
  const run = { memberId, runId, policy: member.policy, ledger: whileMember(memberId, ports), log };
  const result = await ports.performSweep({
    ...{ ...run, access: { kind: "session", session }, task: { kind: "look" }, deadline },
    lease: ports.leaseOf(memberId),
    policyNow: async () => (await members.get(memberId))?.policy ?? null,
    onReading: async (reading) => void seen.push(reading),
    onRenewed: async (renewed) => {
      hide(renewed);
      session = renewed;
    },
  });
  const reading = seen.at(-1);
  if (result.outcome !== "previewed" || reading === undefined) return result;

  const { account } = reading;
  const before = await readings.get(memberId).catch(() => null);
  const foreign = foreignAccount(member, await run.ledger.read(), before, reading);
  if (foreign !== null) return { outcome: "wrong-account", message: foreign };
  // From now on no sweep takes another account's list for this one's.
  const tried = account === null ? session : { ...session, member: account };
  if (!(await sessions.approve(memberId, version, tried))) return takenBack;
  const firstSweepAt = nextSweepAt(member.policy, now(), member.spread);
  const { disconnects } = candidate;
  const connected = { firstSweepAt, connectedAt: now(), account, disconnects };
  if (!(await members.sessionSealed(memberId, version, connected))) return takenBack;
  if (!(await sessions.take(memberId, version))) {
    await members.sessionRetired(memberId, version);
    return takenBack;
  }
  try {
    await keepReading(run, reading, ports);
  } catch (fault) {
    if (fault instanceof MemberLeft) throw fault;
    // Connected all the same; the first sweep or look brings a reading.
    log.error("what a trial read was not kept", fault);
  }
  return connectedTold(account);
};

/** Brings what a trial left to one of its two ends: in use where the member's record names it, and deleted elsewhere. */
export async function endTrial(
  { memberId, version }: TryMessage,
  { sessions }: Pick<SweepPorts, "sessions">,
): Promise<void> {
  if (!(await sessions.take(memberId, version))) await sessions.forget(memberId, version);
}

const takenBack: Told = {
  outcome: "interrupted",
  message: "It was taken back, or not tried in time. Nothing of it was kept.",
};

export function connectedTold(account: string | null): Told {
  const message = account === null ? "You are connected." : `You are connected as ${account}.`;
  return { outcome: "previewed", message };
}
