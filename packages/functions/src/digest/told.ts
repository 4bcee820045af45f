import type { LedgerEvent } from "@lapse/core/ledger/event";
import { returnedRuns } from "@lapse/core/ledger/feedback";
import type { OfferStep } from "./offers.ts";

/** The last digest that went out and did not come back, or that had nothing to say; times are ms since 1970. */
export interface Told {
  /** Up to which event it told: the next one goes on from there. */
  readonly until: number;
  /** When it was written. */
  readonly at: number;
}

/** Null where there was none yet. */
export function lastTold(events: readonly LedgerEvent[]): Told | null {
  const returned = returnedRuns(events, "digest");
  const digests = events.filter((event) => event.kind === "digest");
  // Of a week that was tried more than once it is the run that says which try went out.
  const tryOf = ({ week, run }: { week: string; run: string }) => `${week} ${run}`;
  const sent = new Set(
    digests.flatMap((event) => (event.step === "sent" && !returned.has(event.run) ? [tryOf(event)] : [])),
  );
  const told = digests.findLast(
    (event) => event.step === "quiet" || (event.step === "sending" && sent.has(tryOf(event))),
  );
  return told === undefined ? null : { until: told.until ?? told.at, at: told.at };
}

/** What digest runs did with this week's mail. */
export function weekSteps(events: readonly LedgerEvent[], week: string): readonly OfferStep[] {
  return events.flatMap((event): OfferStep[] => {
    if ((event.kind !== "digest" && event.kind !== "digest-failed") || event.week !== week) return [];
    const { run, at } = event;
    if (event.kind === "digest") return [{ run, at, step: event.step === "sending" ? "opened" : "ended" }];
    return [{ run, at, step: event.again ? "deferred" : "ended" }];
  });
}
