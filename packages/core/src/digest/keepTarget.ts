import { Among } from "../invitation/among.ts";
import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import { announcementOf, promisedOn } from "../ledger/announcement.ts";
import type { LedgerEvent, Upcoming } from "../ledger/event.ts";
import { foldLedger } from "../ledger/fold.ts";
import type { Policy } from "../policy/policy.ts";
import { type Fate, fatesOf } from "./fates.ts";

const day = 86_400_000;

/** Whom a keep link is about, as the ledger knows them. */
export interface KeepTarget {
  readonly ref: InvitationRef;
  /** The earliest moment (ms) at which it may be withdrawn: no rule that is changed can make it an earlier one. */
  readonly on: number;
  /** Given where it was withdrawn, or ignored, and has not been pending since. */
  readonly gone: Fate | null;
}

/** Null where nothing of that key ever came up: then no digest of ours had a link to it. @param now ms since 1970 */
export function keepTarget(
  events: readonly LedgerEvent[],
  key: string,
  policy: Policy,
  now: number,
): KeepTarget | null {
  const named = events.flatMap((event) => {
    const each = namedBy(event).find((one) => isCalled(one, key));
    return each === undefined ? [] : [{ each, event }];
  });
  const last = named.at(-1);
  if (last === undefined) return null;
  // A digest names it some time after the sweep that saw it pending; only a sweep can see it pending again.
  const seenAt = named.findLast(({ event }) => event.kind === "sweep-ended")?.event.at ?? 0;
  const meant = new Among([last.each]);
  const fate = fatesOf(events).findLast(({ ref, at }) => meant.has(ref) && at >= seenAt);
  const gone = fate?.kind === "withdrawn" || fate?.kind === "ignored" ? fate : null;
  return { ref: refOf(last.each), on: notBefore(events, last.each, policy, now), gone };
}

/**
 * By what was promised and by the notice that is asked for. When the sweep forecast it is no promise: that is by the
 * day's limit, which may be raised, and by those before it, who may go.
 */
function notBefore(events: readonly LedgerEvent[], one: Upcoming, policy: Policy, now: number): number {
  const { announced, promised } = foldLedger(events);
  const told = announcementOf(announced, one, now);
  return Math.max((told?.at ?? now) + policy.noticeDays * day, promisedOn(promised, one, now), now);
}

/** A digest names them before it is sent: of one whose answer was lost, and that arrived, nothing else does. */
function namedBy(event: LedgerEvent): readonly Upcoming[] {
  if (event.kind === "digest") return event.upcoming ?? [];
  return event.kind === "sweep-ended" || event.kind === "announced" ? event.upcoming : [];
}

/** What was in a link went through UTF-8, which has no half characters. */
function isCalled(ref: InvitationRef, key: string): boolean {
  return invitationKey(ref)?.toWellFormed() === key.toWellFormed();
}

function refOf({ on: _, ...ref }: Upcoming): InvitationRef {
  return ref;
}
