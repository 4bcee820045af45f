import type { SweepStop } from "../linkedin/stop.ts";
import type { SweepOutcome } from "./result.ts";

/** How a sweep ended. */
export interface Ending {
  readonly outcome: SweepOutcome;
  /** What stopped the sweep, for the member; null where nothing did. */
  readonly why: string | null;
  /** Where it ended as `page-drift`: the mark that was missing, see `SweepStop`. */
  readonly missing?: string | null;
}

export function endingOf(stop: SweepStop): Ending {
  return { outcome: stop.outcome, why: stop.message, missing: stop.missing };
}
