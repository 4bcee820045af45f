import type { SweepOutcome } from "../sweep/result.ts";

export type StopOutcome = Extract<
  SweepOutcome,
  | "signed-out"
  | "challenged"
  | "wrong-account"
  | "rate-limited"
  | "blocked"
  | "unreachable"
  | "page-drift"
  | "out-of-time"
  | "interrupted"
  | "unverified"
>;

/** Ends the sweep: one sighting of what it names is enough. `why` is one sentence that a member can read. */
export class SweepStop extends Error {
  override readonly name = "SweepStop";
  readonly outcome: StopOutcome;

  constructor(outcome: StopOutcome, why: string, options?: ErrorOptions) {
    super(why, options);
    this.outcome = outcome;
  }
}
