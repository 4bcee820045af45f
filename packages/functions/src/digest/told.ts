import type { LedgerEvent } from "@lapse/core/ledger/event";
import { returnedRuns } from "@lapse/core/ledger/feedback";

/** How long after `sending` no digest run can still be waiting for an answer: a function lives 15 minutes at most. */
const answerWithinMs = 20 * 60_000;

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
  const sent = new Set(
    events.flatMap((event) =>
      event.kind === "digest" && event.step === "sent" && !returned.has(event.run) ? [event.week] : [],
    ),
  );
  const told = events
    .filter((event) => event.kind === "digest")
    .findLast(({ step, week }) => step === "quiet" || (step === "sending" && sent.has(week)));
  return told === undefined ? null : { until: told.until ?? told.at, at: told.at };
}

/** What is known of a week that another digest run opened. */
export type WeekState = "ended" | "in-flight" | "abandoned";

export function weekState(events: readonly LedgerEvent[], week: string, now: number): WeekState {
  const own = events.filter(
    (event) => (event.kind === "digest" || event.kind === "digest-failed") && event.week === week,
  );
  const ended = own.some(
    (event) => event.kind === "digest-failed" || (event.kind === "digest" && event.step !== "sending"),
  );
  if (ended) return "ended";
  const opened = own.at(0);
  return opened !== undefined && now - opened.at >= answerWithinMs ? "abandoned" : "in-flight";
}
