import type { LeaseStore, LedgerStore } from "@lapse/core/ledger/store";
import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { SecretLog } from "../log/secretLog.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import type { Members } from "../store/members.ts";
import type { SessionStore } from "../store/sessions.ts";
import type { PerformSweep } from "./port.ts";

export interface SweepPorts {
  readonly members: Members;
  readonly sessions: SessionStore;
  readonly ledgerOf: (memberId: string) => LedgerStore;
  readonly leaseOf: (memberId: string) => LeaseStore;
  readonly performSweep: PerformSweep;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Why a message was taken off the queue: a sweep with its outcome, or nothing to do. */
export type SweepDone = SweepOutcome | "no-member" | "not-due" | "no-session";

/** After these, the session is out of use until the member connects again: one sighting is enough. */
const endsSession: ReadonlySet<SweepOutcome> = new Set([
  "signed-out",
  "challenged",
  "wrong-account",
  "blocked",
]);

/** After these, what the dispatcher claimed runs out by itself: another run is at it, or this one was stopped. */
const leavesClaim: ReadonlySet<SweepOutcome> = new Set(["busy", "interrupted"]);

/**
 * Carries out one message. A message may come twice and late; a member whose next sweep is not due was served already.
 * @param deadline milliseconds since 1970
 */
export async function sweepMember(
  { memberId, runId }: SweepMessage,
  deadline: number,
  ports: SweepPorts,
  { log, hide }: SecretLog,
): Promise<SweepDone> {
  const { members, sessions, now } = ports;
  const member = await members.get(memberId);
  if (member === null) return "no-member";
  if (member.session !== "sealed") return "no-session";
  if (member.nextSweepAt > now()) return "not-due";

  const opened = await sessions.open(memberId);
  if (opened.kind === "none") return "no-session";
  const { version } = opened;
  if (opened.kind === "out-of-use") {
    // An earlier run ended between the two writes.
    await members.sessionRetired(memberId, version);
    return "no-session";
  }

  hide(opened.session);
  const { outcome } = await ports.performSweep({
    ...{ memberId, runId, policy: member.policy, session: opened.session, trigger: "scheduled", deadline },
    ledger: ports.ledgerOf(memberId),
    lease: ports.leaseOf(memberId),
    onRenewed: async (session) => {
      hide(session);
      if (await sessions.renew(memberId, version, session)) return;
      log.info("a renewed session was left: another was connected meanwhile");
    },
    log,
  });

  if (endsSession.has(outcome)) {
    if (await sessions.retire(memberId, version)) await members.sessionRetired(memberId, version);
  } else if (!leavesClaim.has(outcome)) {
    await members.finishSweep(memberId, version, nextSweepAt(member.policy, now(), member.spread));
  }
  return outcome;
}
