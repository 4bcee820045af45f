import { openMemberTab } from "@lapse/browser/memberTab";
import type { Policy } from "@lapse/core/policy/policy";
import { renewedSession } from "@lapse/core/session/renew";
import type { Clock } from "@lapse/core/sweep/clock";
import type { Progress } from "@lapse/core/sweep/ports";
import { sweep } from "@lapse/core/sweep/sweep";
import type { PerformSweep } from "./port.ts";

export interface PerformPorts {
  /** Origin of the site. */
  readonly site: string;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** The member's policy as it is now; null where the member has left. */
  readonly policyOf: (memberId: string) => Promise<Policy | null>;
  /** Aborted when the process is to end: the click in hand is finished, nothing more is started. */
  readonly signal: AbortSignal;
  /** Mean pause between two withdrawals, ms, in place of the policy's: for a replica on this computer. */
  readonly paceMs?: number;
  readonly onProgress?: (memberId: string, progress: Progress) => void;
}

/** The sweep of the domain with a real browser: what the scheduled Lambda and the local stack run. */
export function makePerformSweep(ports: PerformPorts): PerformSweep {
  return async (job) => {
    let { session } = job;
    const startedAt = ports.clock.now();
    return sweep(
      {
        openTab: () => openMemberTab(ports.site, session),
        clock: ports.clock,
        random: ports.random,
        ledger: job.ledger,
        lease: job.lease,
        signal: ports.signal,
        // Who has left, or cannot be read any more, is as good as paused: nothing more is clicked.
        policy: async () => (await ports.policyOf(job.memberId)) ?? { ...job.policy, paused: true },
        onCookies: async (jar) => {
          const renewed = renewedSession(session, jar);
          if (renewed === null) return;
          session = renewed;
          await job.onRenewed(renewed);
        },
        onProgress: (progress) => ports.onProgress?.(job.memberId, progress),
        // An alarm counts these lines; what an engineer needs stands beside the words.
        onDrift: (report) => job.log.error("page-drift", null, { report }),
      },
      {
        run: job.runId,
        site: ports.site,
        session,
        trigger: job.trigger,
        preview: false,
        paceMs: ports.paceMs ?? null,
        startedAt,
        budgetMs: job.deadline - startedAt,
      },
    );
  };
}
