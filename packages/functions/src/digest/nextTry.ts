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
