import type { Reading } from "@lapse/core/reading/reading";
import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import type { CarryOut, ErrandMessage, Told } from "./errand.ts";
import { foreignAccount } from "./foreignAccount.ts";
import { keepReading } from "./keepReading.ts";
import { MemberLeft, whileMember } from "./memberLeft.ts";
import type { SweepPorts } from "./ports.ts";

type TryMessage = Extract<ErrandMessage, { kind: "try" }>;

/**
 * Reads the lists once with the session that was given. One that works takes the place of the member's session, under
 * the version that it was given: a message that comes twice seals it twice over, and nothing is between two versions.
 */
export const tryErrand: CarryOut<"try"> = async (member, { runId, version }, { deadline }, ports, secret) => {
  const { members, sessions, readings, now } = ports;
  const { log, hide } = secret;
  const memberId = member.id;
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
  if ((await sessions.candidate(memberId, version)) === null) return takenBack;
  // From now on no sweep takes another account's list for this one's.
  await sessions.seal(memberId, account === null ? session : { ...session, member: account }, version);
  const firstSweepAt = nextSweepAt(member.policy, now(), member.spread);
  if (!(await members.sessionSealed(memberId, version, { firstSweepAt, connectedAt: now(), account }))) {
    await sessions.remove(memberId);
    throw new MemberLeft();
  }
  try {
    await keepReading(run, reading, ports);
  } catch (fault) {
    if (fault instanceof MemberLeft) throw fault;
    // Connected all the same; the first sweep or look brings a reading.
    log.error("what a trial read was not kept", fault);
  }
  return { outcome: "previewed", message: connectedAs(account) };
};

/**
 * Deletes the candidate, whatever became of it. Where it had been taken into use and is gone already, the member
 * disconnected in that very moment, and what was sealed goes the same way.
 */
export async function endTrial(
  { memberId, version }: TryMessage,
  taken: boolean,
  { members, sessions }: SweepPorts,
): Promise<void> {
  if ((await sessions.dropCandidate(memberId, version)) || !taken) return;
  await sessions.remove(memberId);
  await members.disconnect(memberId);
}

const takenBack: Told = {
  outcome: "interrupted",
  message: "It was taken back, or not tried in time. Nothing of it was kept.",
};

function connectedAs(account: string | null): string {
  return account === null ? "You are connected." : `You are connected as ${account}.`;
}
