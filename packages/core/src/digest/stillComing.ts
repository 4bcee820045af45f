import { isHeldBack } from "../dashboard/heldBack.ts";
import { presentOf } from "../dashboard/present.ts";
import { Among } from "../invitation/among.ts";
import { referenceTo } from "../invitation/invitation.ts";
import { sentAfterOf } from "../ledger/announcement.ts";
import type { LedgerEvent, Upcoming } from "../ledger/event.ts";
import { foldLedger } from "../ledger/fold.ts";
import type { Policy } from "../policy/policy.ts";
import type { Reading } from "../reading/reading.ts";
import { type Coming, comingUp } from "./comingUp.ts";
import { fatesOf } from "./fates.ts";
import type { SweepEnded } from "./lookedAt.ts";

interface Known {
  /** The last sweep that read the list. */
  readonly latest: SweepEnded;
  readonly reading: Reading | null;
  readonly past: readonly LedgerEvent[];
  readonly policy: Policy;
  /** ms since 1970. */
  readonly now: number;
}

/**
 * Who is coming up by all that is known: the list that was read last, planned with the policy as it is now, as the
 * dashboard shows it; where none is stored, what the last sweep left for later. Without those that answered since, and
 * those that a sweep that has not ended yet took in hand meanwhile. Nobody while the belt holds: no day can be named
 * before the member says go, so nobody's notice begins.
 */
export function stillComing({ latest, reading, past, policy, now }: Known): Coming[] {
  const since = reading?.at ?? latest.at;
  const taken = new Among([
    ...fatesOf(past).flatMap(({ ref, at }) => (at >= since ? [ref] : [])),
    ...past.flatMap((event) => (event.kind === "answered" && event.at >= since ? [event.invitation] : [])),
  ]);
  const planned = reading === null ? leftBy(latest, past) : plannedFrom(reading, past, policy, now);
  const left = planned.filter((each) => !taken.has(each));
  const near = reading === null ? left : left.slice(0, mostNamed(policy));
  return comingUp(near, foldLedger(past), policy, now);
}

/**
 * Enough that nobody who could go before the digest after the next one waits only for being named. Who is named has a
 * day that holds, so those whose day is far off are left to a later digest.
 */
function mostNamed({ perDay, noticeDays }: Policy): number {
  return Math.max(100, perDay * (noticeDays + 14));
}

/** What the sweep named; nobody where it stopped at the belt and the member has not said go since. */
function leftBy({ outcome, upcoming, at }: SweepEnded, past: readonly LedgerEvent[]): readonly Upcoming[] {
  const saidGo = past.some((event) => event.kind === "confirmed" && event.at >= at);
  return outcome === "belt" && !saidGo ? [] : upcoming;
}

/** Whoever is due, in the order in which a sweep takes them. */
function plannedFrom(
  reading: Reading,
  past: readonly LedgerEvent[],
  policy: Policy,
  now: number,
): Upcoming[] {
  const present = presentOf(policy, reading, past, now, true);
  if (isHeldBack(present)) return [];
  return [...present.dates].map(([each, on]) => ({
    ...{ ...referenceTo(each), ...sentAfterOf(each, now) },
    on: new Date(on).toISOString(),
  }));
}
