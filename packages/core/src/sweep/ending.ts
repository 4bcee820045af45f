import type { RecordUnwritable } from "../ledger/unwritable.ts";
import type { SweepStop } from "../linkedin/visit/stop.ts";
import type { SweepOutcome } from "./result.ts";

/** How a sweep ended. */
export interface Ending {
  readonly outcome: SweepOutcome;
  /** What stopped the sweep, for the member; null where nothing did. */
  readonly why: string | null;
  /** Where it ended as `page-drift`: the mark that was missing, see `SweepStop`. */
  readonly missing?: string | null;
  /** What whoever runs Lapse has to do before the next sweep can go on, as a clause. */
  readonly remedy?: string;
}

export function endingOf(stop: SweepStop): Ending {
  return { outcome: stop.outcome, why: stop.message, missing: stop.missing };
}

/** @param open whether a click was made whose result is the thing that could not be recorded */
export function endingUnrecorded({ why, remedy }: RecordUnwritable, open: boolean): Ending {
  if (!open) return { outcome: "interrupted", why, remedy };
  return {
    outcome: "unverified",
    why: `What became of the last click is not on record (${why}), so the sweep stopped there: ${remedy}, and the next sweep settles it.`,
  };
}
