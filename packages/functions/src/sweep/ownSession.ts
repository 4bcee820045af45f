import type { Member } from "@lapse/core/member/member";
import { outcomeFacts, type SweepOutcome, type SweepResult } from "@lapse/core/sweep/result";
import type { SecretLog } from "../log/secretLog.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import { endGoneSession } from "./goneSession.ts";
import { keepReading } from "./keepReading.ts";
import { whileMember } from "./memberLeft.ts";
import type { Access, Task } from "./port.ts";
import type { SweepPorts } from "./ports.ts";

/** After these, the session is out of use until the member connects again: one sighting is enough. */
const endsSession: ReadonlySet<SweepOutcome> = new Set([
  "signed-out",
  "challenged",
  "wrong-account",
  "blocked",
]);

export interface Ran {
  readonly result: SweepResult;
  /** Of the session that was used. */
  readonly version: string;
}

/** One task with the session that the member has; null where there is none that may be used. */
export async function runWithSession(
  member: Member,
  { runId, task, deadline }: { readonly runId: string; readonly task: Task; readonly deadline: number },
  ports: SweepPorts,
  { log, hide }: SecretLog,
): Promise<Ran | null> {
  const { members, sessions } = ports;
  const memberId = member.id;
  const opened = await sessions.open(memberId);
  if (opened.kind === "none") return endGoneSession(member, { runId, task }, ports);
  const { version } = opened;
  if (opened.kind === "out-of-use") {
    // An earlier run ended between the two writes, and told nobody.
    await members.sessionRetired(memberId, version, ports.now());
    return null;
  }
  let access: Access = { kind: "profile", account: member.account };
  if (opened.kind === "opened") {
    hide(opened.session);
    access = { kind: "session", session: opened.session };
  }
  const policyNow = () => members.policyWith(memberId, version);
  const run = { memberId, runId, policy: member.policy, ledger: whileMember(memberId, ports), log };
  const result = await ports.performSweep({
    ...{ ...run, access, task, deadline, policyNow, lease: ports.leaseOf(memberId) },
    onReading: async (reading) => {
      // The list of an account that was disconnected is not the list of the one that took its place.
      if ((await policyNow()) === null && (await members.get(memberId)) !== null) return;
      await keepReading(run, reading, ports);
    },
    onRenewed: async (session) => {
      hide(session);
      if (await sessions.renew(memberId, version, session)) return;
      log.info("a renewed session was left: another was connected meanwhile");
    },
  });
  if (endsSession.has(result.outcome) && (await sessions.retire(memberId, version)))
    await members.sessionRetired(memberId, version, ports.now());
  return { result, version };
}

/** Whether this outcome put the session out of use. */
export function isEndOfSession(outcome: SweepOutcome): boolean {
  return endsSession.has(outcome);
}

/** Whether the member has to be told of this outcome. */
export function needsMember(outcome: SweepOutcome): boolean {
  return outcomeFacts[outcome].actor === "member";
}

/** A member who has to act is told at once; that the mail failed does not make the run one that failed. */
export async function tellOf(
  outcome: SweepOutcome,
  { memberId, runId }: Pick<SweepMessage, "memberId" | "runId">,
  { onProblem }: SweepPorts,
  { log }: SecretLog,
): Promise<void> {
  if (!needsMember(outcome)) return;
  try {
    await onProblem?.(memberId, runId);
  } catch (fault) {
    log.error("a member was not told of a problem", fault);
  }
}
