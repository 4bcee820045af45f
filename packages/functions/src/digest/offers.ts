/** How long after it was opened no run can still be waiting for an answer: a function lives 15 minutes at most. */
const answerWithinMs = 20 * 60_000;

/** A step of one run with one mail, as the ledger has it; `deferred`: it was certainly not taken. `at` in ms since 1970. */
export interface OfferStep {
  readonly run: string;
  readonly at: number;
  readonly step: "opened" | "deferred" | "ended";
}

/** Where a mail stands that may go out once: `abandoned` is one whose answer no run can still be waiting for. */
export type OfferState =
  | ({ readonly kind: "open" } & NextTry)
  | { readonly kind: "in-flight" | "abandoned" | "ended" };

/** Whether one that is open was opened meanwhile by another run is for the conditional write to say. */
export function offerState(steps: readonly OfferStep[], now: number): OfferState {
  const deferred = steps.filter(({ step }) => step === "deferred");
  const notTaken = new Set(deferred.map(({ run }) => run));
  const other = steps.filter(({ run }) => !notTaken.has(run));
  if (other.some(({ step }) => step === "ended")) return { kind: "ended" };
  if (other.length > 0)
    return { kind: other.some(({ at }) => now - at >= answerWithinMs) ? "abandoned" : "in-flight" };
  return {
    kind: "open",
    ...nextTry(
      deferred.map(({ at }) => at),
      now,
    ),
  };
}

/** What is next for a mail that was offered before and was certainly not taken. */
export interface NextTry {
  /** Which try it would be, from 1 on. */
  readonly attempt: number;
  /** The last one was not taken just now: another is for a later run. */
  readonly tooSoon: boolean;
}

const hour = 3_600_000;
/** So that an hourly run whose second varies is never a little too early. */
const slack = hour / 2;
const longestWait = 6 * hour;

/**
 * An hour passes before the second try, then two, four and six: what takes no mail in one hour may be out of order for
 * the day, and each try is two events in the ledger.
 * @param deferredAt when each try was not taken, ms since 1970
 */
export function nextTry(deferredAt: readonly number[], now: number): NextTry {
  const tries = deferredAt.length;
  const wait = Math.min(longestWait, hour * 2 ** (tries - 1)) - slack;
  return { attempt: tries + 1, tooSoon: tries > 0 && now - Math.max(...deferredAt) < wait };
}
