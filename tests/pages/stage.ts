import { openMemberTab } from "@lapse/browser/memberTab";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { parsePolicy } from "@lapse/core/policy/parse";
import type { Session } from "@lapse/core/session/session";
import type { Clock } from "@lapse/core/sweep/clock";
import type { Progress } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import type { Faults, InvitationSpec, Replica, ReplicaMember } from "@lapse/replica/replica";
import { startReplica } from "@lapse/replica/replica";
import { note } from "../sweep/kit.ts";

/** What one sweep did, by the replica's own record. */
export interface Acted {
  readonly result: SweepResult;
  readonly clicks: number;
  readonly withdrawn: readonly string[];
  readonly violations: number;
}

/** What a sweep has around it, where a test wants it otherwise. */
export interface Around {
  readonly clock: Clock;
  /** The ledger. */
  readonly events: LedgerEvent[];
  readonly onProgress?: (progress: Progress) => void;
}

/** One replica with one member whose pages change from sweep to sweep. */
export interface Stage {
  readonly replica: Replica;
  readonly member: ReplicaMember;
  /** One sweep on pages that are as they were in the beginning, but for the faults. */
  act(faults: Partial<Faults>, policy: object): Promise<Acted>;
  /** One sweep on the pages as the last one left them. */
  again(policy: object, around?: Partial<Around>): Promise<Acted>;
  close(): Promise<void>;
}

/**
 * Patience runs out five times as fast here: hundreds of pages are shown, and most that are refused are refused for
 * something that never comes.
 */
export function impatientClock(): Clock {
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
  const again = async (policy: object, around: Partial<Around> = {}): Promise<Acted> => {
    const result = await sweepOnce(replica.origin, member.mintSession(), policy, {
      clock: impatientClock(),
      events: [],
      ...around,
    });
    note(result.outcome, replica, member);
    return {
      result,
      clicks: replica.journal.withdrawClicks().length,
      withdrawn: member.withdrawn().map(({ name }) => name),
      violations: replica.journal.violations().length,
    };
  };
  return {
    replica,
    member,
    again,
    act: (faults, policy) => {
      replica.reset();
      Object.assign(member.faults, faults);
      return again(policy);
    },
    close: () => replica.close(),
  };
}

function sweepOnce(
  site: string,
  session: Session,
  policy: object,
  { clock, events, onProgress }: Around,
): Promise<SweepResult> {
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
      ...(onProgress === undefined ? {} : { onProgress }),
    },
    {
      ...{ run: `run-${events.length}`, site, session, trigger: "by-hand", preview: false, paceMs: 0 },
      ...{ startedAt: clock.now(), budgetMs: 780_000 },
    },
  );
}
