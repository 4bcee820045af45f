import type { LeaseStore, LedgerStore } from "@lapse/core/ledger/store";
import type { AskedProfile } from "@lapse/core/linkedin/profile/open";
import type { Policy } from "@lapse/core/policy/policy";
import type { Reading } from "@lapse/core/reading/reading";
import type { Session } from "@lapse/core/session/session";
import type { SweepResult } from "@lapse/core/sweep/result";
import type { Log } from "../log/log.ts";

/**
 * How a browser comes to be signed in: with a session that was sealed, or because it runs on a profile of this computer
 * in which the member signed in by hand. `account` is `/in/<slug>` of who is expected there; null for anybody.
 */
export type Access =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "profile"; readonly account: string | null };

/** What is to be done: the scheduled sweep; a look at the lists, without a click; or one withdrawal, by the member's word. */
export type Task =
  | { readonly kind: "sweep" | "look" }
  | {
      readonly kind: "withdraw";
      readonly profile: AskedProfile;
      /** Whether the pages call it over by now; asked just before the click. */
      readonly isTooLate: () => boolean;
      /** Why a policy keeps this person, in words; null where it does not. Asked again just before the click. */
      readonly kept: (policy: Policy) => string | null;
    };

export interface SweepJob {
  readonly memberId: string;
  readonly runId: string;
  readonly policy: Policy;
  /** The policy as it is now; null where the run is to stop: its member left, disconnected, or connected anew. */
  readonly policyNow: () => Promise<Policy | null>;
  readonly access: Access;
  readonly task: Task;
  readonly ledger: LedgerStore;
  readonly lease: LeaseStore;
  /** Milliseconds since 1970 by which the sweep has to have come to its end. */
  readonly deadline: number;
  /** Takes what the site renewed. */
  readonly onRenewed: (session: Session) => Promise<void>;
  /** Takes the lists once they were read whole; see core's `SweepPorts`. */
  readonly onReading: (reading: Reading) => Promise<void>;
  /** Masks the session's secrets by itself. */
  readonly log: Log;
}

/** One task, with a browser. Resolves to its outcome whatever the site does; rejects only for a fault of ours. */
export type PerformSweep = (job: SweepJob) => Promise<SweepResult>;
