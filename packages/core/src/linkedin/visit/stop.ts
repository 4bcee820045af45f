import type { SweepOutcome } from "../../sweep/result.ts";

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

const silence = {
  unreachable:
    "LinkedIn's page stopped answering: nothing was clicked after that, and the next sweep tries again.",
  "out-of-time": "The time for this sweep is over.",
  interrupted: "the sweep was interrupted",
} as const;

/** The page did not answer within what it had: its script never yields, or the browser is stuck. */
export class PageSilent extends SweepStop {
  constructor(outcome: keyof typeof silence) {
    super(outcome, silence[outcome]);
  }
}

/**
 * Whether a stop says more than that a withdrawal could not be proved: somebody has to act on it, or the site refuses.
 * That the time was over, or the page silent, does not.
 */
export function outweighs(stop: SweepStop): boolean {
  return !(stop instanceof PageSilent) && stop.outcome !== "out-of-time" && stop.outcome !== "interrupted";
}
