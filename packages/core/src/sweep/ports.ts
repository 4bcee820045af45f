import type { LeaseStore, LedgerStore } from "../ledger/store.ts";
import type { DriftReport } from "../linkedin/report/report.ts";
import type { Tab } from "../linkedin/visit/tab.ts";
import type { Policy } from "../policy/policy.ts";
import type { Reading } from "../reading/reading.ts";
import type { Session, SessionCookie } from "../session/session.ts";
import type { Clock } from "./clock.ts";

/** What a sweep reaches the world through. Everything is a parameter: the domain itself reaches for nothing. */
export interface SweepPorts {
  /** Starts a browser with the session in it. Throws what the browser package throws. */
  readonly openTab: () => Promise<{ readonly tab: Tab; close(): Promise<void> }>;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  readonly ledger: LedgerStore;
  readonly lease: LeaseStore;
  /** Aborted when the sweep is to end after the click in hand. */
  readonly signal: AbortSignal;
  /** The policy as it is now: asked at the start and again before each click. */
  readonly policy: () => Promise<Policy>;
  /**
   * What the member is told, as a clause, where an operator has stopped everything; null to go on. Asked before a browser
   * is opened, before a list is, and before each click.
   */
  readonly halted?: () => Promise<string | null>;
  /** Takes the cookies as the site left them, while the session is known to be good. */
  readonly onCookies: (jar: readonly SessionCookie[]) => Promise<void>;
  /**
   * Takes the lists once they were read whole, and before anything in them is clicked: first the sent one with null for
   * the received, and, where that is read as well, the same again with both. A list that was partly read is not given.
   */
  readonly onReading?: (reading: Reading) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
  /** Takes what can be told of a page that was not understood. Whatever it throws changes nothing. */
  readonly onDrift?: (report: DriftReport) => void | Promise<void>;
}

export interface SweepRequest {
  /** Names this run in the ledger. */
  readonly run: string;
  /** Origin of the site. */
  readonly site: string;
  readonly session: Session;
  readonly trigger: "by-hand" | "scheduled";
  readonly preview: boolean;
  /** Mean pause between two withdrawals, ms; null for what the policy implies. */
  readonly paceMs: number | null;
  /** When the command or the invocation began, and how long it may take in all; ms. */
  readonly startedAt: number;
  readonly budgetMs: number;
}

/** How far a sweep is, for whoever watches. */
export type Progress =
  | { readonly step: "opening" }
  | { readonly step: "reading"; readonly rows: number; readonly pending: number | null }
  | {
      readonly step: "withdrawing" | "ignoring";
      readonly done: number;
      readonly of: number;
      readonly name: string;
    }
  | { readonly step: "waiting"; readonly ms: number }
  | { readonly step: "checking" };
