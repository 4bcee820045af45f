import type { LedgerEvent } from "@lapse/core/ledger/event";
import { returnedRuns } from "@lapse/core/ledger/feedback";
import { type NextTry, nextTry } from "./nextTry.ts";

/** How long after `sending` no digest run can still be waiting for an answer: a function lives 15 minutes at most. */
export const answerWithinMs = 20 * 60_000;

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

/**
 * Which try of a week is next: one more than were certainly not taken. Whether that one has been opened already is for
 * its conditional write to say.
 */
export function triesOf(events: readonly LedgerEvent[], week: string, now: number): NextTry {
  return nextTry(
    deferredTries(events, week).map(({ at }) => at),
    now,
  );
}

function deferredTries(events: readonly LedgerEvent[], week: string): readonly LedgerEvent[] {
  return events.filter((event) => event.kind === "digest-failed" && event.week === week && event.again);
}

/** What is known of a week that another digest run opened. */
export type WeekState = "ended" | "in-flight" | "abandoned";

export function weekState(events: readonly LedgerEvent[], week: string, now: number): WeekState {
  const deferred = new Set(deferredTries(events, week).map(({ run }) => run));
  const own = events.filter(
    (event) =>
      (event.kind === "digest" || event.kind === "digest-failed") &&
      event.week === week &&
      !deferred.has(event.run),
  );
  const ended = own.some(
    (event) => event.kind === "digest-failed" || (event.kind === "digest" && event.step !== "sending"),
  );
  if (ended) return "ended";
  const opened = own.at(0);
  return opened !== undefined && now - opened.at >= answerWithinMs ? "abandoned" : "in-flight";
}
