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
  /** Of a page that is not understood: the mark that was missing, in words of ours and counts alone. */
  readonly missing: string | null;

  constructor(outcome: StopOutcome, why: string, options?: ErrorOptions & { missing?: string | null }) {
    super(why, options);
    this.outcome = outcome;
    this.missing = options?.missing ?? null;
  }
}
