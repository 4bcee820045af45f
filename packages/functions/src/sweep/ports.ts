import type { LeaseStore, LedgerStore } from "@lapse/core/ledger/store";
import type { Metrics } from "../metrics/metrics.ts";
import type { Errands } from "../store/errands.ts";
import type { Members } from "../store/members.ts";
import type { Readings } from "../store/readings.ts";
import type { SessionStore } from "../store/sessions.ts";
import type { StopSwitch } from "../store/stopSwitch.ts";
import type { PerformSweep } from "./port.ts";

/** What the worker reaches the world through. */
export interface SweepPorts {
  readonly members: Members;
  readonly sessions: SessionStore;
  readonly readings: Readings;
  readonly errands: Errands;
  readonly ledgerOf: (memberId: string) => LedgerStore;
  readonly leaseOf: (memberId: string) => LeaseStore;
  readonly stopSwitch: Pick<StopSwitch, "get">;
  readonly performSweep: PerformSweep;
  /** Tells the member at once of what needs them; what it throws is noted and changes nothing. */
  readonly onProblem?: (memberId: string, runId: string) => Promise<unknown>;
  readonly metrics: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
