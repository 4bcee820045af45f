import { type Announceable, announcementOf, promisedOn } from "../ledger/announcement.ts";
import type { LedgerView } from "../ledger/fold.ts";
import type { Policy } from "../policy/policy.ts";
import { dayAfter, momentOf, wallTime } from "../schedule/zone.ts";

const day = 86_400_000;

export interface DatesInput {
  readonly policy: Pick<Policy, "perDay" | "noticeDays" | "timezone">;
  readonly view: Pick<LedgerView, "announced" | "promised">;
  /** ms since 1970. */
  readonly now: number;
  /** How many of the last 24 hours count against the day's limit. */
  readonly spent: number;
}

/**
 * The earliest moment (ms) for each of those that are due, in the order given, which is that in which they will be
 * acted on: after its notice, and on a day of the member's calendar that the day's limit leaves room on. Who was not
 * told yet is told now at the earliest, and then the first day that lies wholly after the notice is named, because at
 * which hour its sweep comes is not known here.
 */
export function datesOf(due: readonly Announceable[], { policy, view, now, spent }: DatesInput): number[] {
  const calendar = calendarFrom(now, policy.timezone);
  const unannounced = calendar.dayStarting(now + policy.noticeDays * day);
  const taken = new Map<number, number>([[0, spent]]);
  // Days up to here were full when somebody was last turned away: the next one need not ask them again.
  const fullUntil = new Map<number, number>();
  return due.map((ref) => {
    const told = announcementOf(view.announced, ref, now);
    const promised = Math.max(now, promisedOn(view.promised, ref, now));
    const isUntold = told === null && policy.noticeDays > 0;
    const notBefore = Math.max(promised, (told?.at ?? 0) + policy.noticeDays * day);
    const first = isUntold
      ? Math.max(unannounced, calendar.dayStarting(promised))
      : calendar.dayOf(notBefore);
    let place = fullUntil.get(first) ?? first;
    while ((taken.get(place) ?? 0) >= policy.perDay) place += 1;
    fullUntil.set(first, place);
    taken.set(place, (taken.get(place) ?? 0) + 1);
    return place === first && !isUntold ? notBefore : Math.max(now, calendar.startOf(place));
  });
}

/** As `datesOf`, with null for whoever is not announced, has to be, and will not: then nothing happens to them. */
export function daysComing(
  due: readonly Announceable[],
  input: DatesInput,
  announcing: boolean,
): (number | null)[] {
  const { policy, view, now } = input;
  const comes = (each: Announceable) => announcementOf(view.announced, each, now) !== null;
  const coming = announcing || policy.noticeDays === 0 ? due : due.filter(comes);
  const on = datesOf(coming, input);
  const dates = new Map(coming.map((each, i) => [each, on[i] ?? now]));
  return due.map((each) => dates.get(each) ?? null);
}

/** Days of a calendar, counted from that of `now`, which is 0. */
function calendarFrom(now: number, zone: string) {
  const today = wallTime(now, zone);
  const number = ({ year, month, day: date }: typeof today) => Date.UTC(year, month - 1, date) / day;
  const dayOf = remembered((ms: number) => number(wallTime(ms, zone)) - number(today));
  const startOf = remembered((place: number) => momentOf(dayAfter(today, place), zone));
  /** The first day that begins at `ms` or later. */
  const dayStarting = (ms: number) => dayOf(ms) + (startOf(dayOf(ms)) < ms ? 1 : 0);
  return { dayOf, startOf, dayStarting };
}

/** Asking a calendar costs some microseconds, and thousands ask for the same few days. */
function remembered(compute: (key: number) => number): (key: number) => number {
  const known = new Map<number, number>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
