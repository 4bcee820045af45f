import { openMemberTab } from "@lapse/browser/memberTab";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { parsePolicy } from "@lapse/core/policy/parse";
import type { Session } from "@lapse/core/session/session";
import type { Clock } from "@lapse/core/sweep/clock";
import type { SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import type { Faults, InvitationSpec, Replica, ReplicaMember } from "@lapse/replica/replica";
import { startReplica } from "@lapse/replica/replica";

/** What one sweep did, by the replica's own record. */
export interface Acted {
  readonly result: SweepResult;
  readonly clicks: number;
  readonly withdrawn: readonly string[];
  readonly violations: number;
}

/** One replica with one member whose pages change from sweep to sweep. */
export interface Stage {
  readonly replica: Replica;
  readonly member: ReplicaMember;
  act(faults: Partial<Faults>, policy: object): Promise<Acted>;
  close(): Promise<void>;
}

/**
 * Patience runs out five times as fast here: hundreds of pages are shown, and most that are refused are refused for
 * something that never comes.
 */
function impatientClock(): Clock {
  const from = systemClock.now();
  return {
    now: () => from + (systemClock.now() - from) * 5,
    pause: (ms, signal) => systemClock.pause(ms / 5, signal),
  };
}

export async function stage(invitations: readonly InvitationSpec[]): Promise<Stage> {
  const replica = await startReplica();
  const member = replica.addMember({
    ...{ slug: "ada-sender", name: "Ada Sender", email: "ada@sender.example", password: "secret-of-ada" },
    invitations,
  });
  return {
    replica,
    member,
    act: async (faults, policy) => {
      replica.reset();
      Object.assign(member.faults, faults);
      const result = await sweepOnce(replica.origin, member.mintSession(), policy);
      return {
        result,
        clicks: replica.journal.withdrawClicks().length,
        withdrawn: member.withdrawn().map(({ name }) => name),
        violations: replica.journal.violations().length,
      };
    },
    close: () => replica.close(),
  };
}

function sweepOnce(site: string, session: Session, policy: object): Promise<SweepResult> {
  const events: LedgerEvent[] = [];
  const clock = impatientClock();
  const read = parsePolicy(policy);
  if (!read.ok) throw new Error("the policy of a test is refused");
  return sweep(
    {
      openTab: () => openMemberTab(site, session),
      clock,
      random: () => 0.5,
      ledger: { append: async (event) => void events.push(event), read: async () => events },
      lease: { acquire: async () => true, renew: async () => true, release: async () => undefined },
      signal: new AbortController().signal,
      policy: async () => read.policy,
      onCookies: async () => undefined,
    },
    {
      ...{ run: "stage", site, session, trigger: "by-hand", preview: false, paceMs: 0 },
      ...{ startedAt: clock.now(), budgetMs: 780_000 },
    },
  );
}
