import type { LedgerEvent } from "@lapse/core/ledger/event";

/** How long after `sending` no digest run can still be waiting for an answer: a function lives 15 minutes at most. */
const answerWithinMs = 20 * 60_000;

/**
 * Up to when digests have told what happened, in ms: the last one that certainly went out, or that had nothing to say.
 * It counts from when its facts were gathered, so that nothing falls between two digests.
 */
export function toldUntil(events: readonly LedgerEvent[]): number {
  const sent = new Set(
    events.flatMap((event) => (event.kind === "digest" && event.step === "sent" ? [event.week] : [])),
  );
  const told = events.findLast(
    (event) =>
      event.kind === "digest" &&
      (event.step === "quiet" || (event.step === "sending" && sent.has(event.week))),
  );
  return told?.at ?? 0;
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
