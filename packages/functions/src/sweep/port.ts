import type { LeaseStore, LedgerStore } from "@lapse/core/ledger/store";
import type { Policy } from "@lapse/core/policy/policy";
import type { Session } from "@lapse/core/session/session";
import type { SweepResult } from "@lapse/core/sweep/result";
import type { Log } from "../log/log.ts";

export interface SweepJob {
  readonly memberId: string;
  readonly runId: string;
  readonly policy: Policy;
  readonly session: Session;
  readonly ledger: LedgerStore;
  readonly lease: LeaseStore;
  readonly trigger: "scheduled";
  /** Milliseconds since 1970 by which the sweep has to have come to its end. */
  readonly deadline: number;
  /** Seals and stores what the site renewed. */
  readonly onRenewed: (session: Session) => Promise<void>;
  /** Masks the session's secrets by itself. */
  readonly log: Log;
}

/** One sweep, with a browser. Resolves to its outcome whatever the site does; rejects only for a fault of ours. */
export type PerformSweep = (job: SweepJob) => Promise<SweepResult>;
