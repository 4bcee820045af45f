import type { LedgerEvent } from "../ledger/event.ts";
import { returnedRuns } from "../ledger/feedback.ts";
import type { SweepOutcome } from "../sweep/result.ts";
import { standings } from "./standing.ts";

/** Something that needs the member. */
export interface Problem {
  readonly problem: SweepOutcome;
  /** When the first of the sweeps ended that found it one after the other; ms since 1970. */
  readonly since: number;
}

type SweepEnded = Extract<LedgerEvent, { kind: "sweep-ended" }>;

/** After these, a problem stands as it stood: the sweep never got as far as to meet it again, or to miss it. */
const tellsNothing: ReadonlySet<SweepOutcome> = new Set([
  ...(["busy", "interrupted", "unreachable", "rate-limited", "page-drift", "paused"] as const),
]);

/**
 * What needs the member as the ledger has it, or null. The same problem in sweep after sweep is one problem. It is
 * over once a sweep gets past it, once the member confirmed what is due, or once they connected another session.
 * @param sessionSince when the session in use was connected, ms since 1970; Infinity where there is none
 */
export function problemOf(events: readonly LedgerEvent[], sessionSince: number): Problem | null {
  return events.reduce<Problem | null>((found, event) => {
    if (event.kind === "confirmed") return found?.problem === "belt" ? null : found;
    return event.kind === "sweep-ended" ? after(event, found, sessionSince) : found;
  }, null);
}

function after(event: SweepEnded, before: Problem | null, sessionSince: number): Problem | null {
  const { outcome, at } = event;
  if (tellsNothing.has(outcome)) return before;
  if (standings[outcome]?.actor !== "member") return getsPast(event, before) ? null : before;
  if (endsSession(outcome) && at <= sessionSince) return null;
  return before?.problem === outcome ? before : { problem: outcome, since: at };
}

/** Whether the session is out of use after this until the member connects again: nothing comes up meanwhile. */
export function endsSession(problem: SweepOutcome): boolean {
  return standings[problem]?.door?.to === "connect";
}

/** Only what acts on the whole list finds that there is no longer too much of it. */
function getsPast({ outcome, profile }: SweepEnded, found: Problem | null): boolean {
  return found?.problem !== "belt" || (outcome !== "previewed" && profile === undefined);
}

/** Whether a mail of its own told the member already. One that came back told nobody, though it is not sent again. */
export function isMailed(events: readonly LedgerEvent[], { problem, since }: Problem): boolean {
  const returned = returnedRuns(events, "problem");
  return events.some(
    (event) =>
      event.kind === "problem-mail" &&
      event.step === "sent" &&
      !returned.has(event.run) &&
      event.problem === problem &&
      event.since === since,
  );
}
