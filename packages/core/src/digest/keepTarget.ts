import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import type { LedgerEvent, Upcoming } from "../ledger/event.ts";
import { type Fate, fatesOf } from "./fates.ts";

/** Whom a keep link is about, as the ledger knows them. */
export interface KeepTarget {
  readonly ref: InvitationRef;
  /** The earliest day on which it may be withdrawn, as it was said last, ISO 8601. */
  readonly on: string;
  /** Given where it was withdrawn, or ignored, and has not been pending since. */
  readonly gone: Fate | null;
}

/** Null where nothing of that key ever came up: then no digest of ours had a link to it. */
export function keepTarget(events: readonly LedgerEvent[], key: string): KeepTarget | null {
  const named = events.flatMap((event) => {
    if (event.kind !== "sweep-ended" && event.kind !== "announced") return [];
    const each = event.upcoming.find((one) => isCalled(one, key));
    return each === undefined ? [] : [{ each, event }];
  });
  const last = named.at(-1);
  if (last === undefined) return null;
  // A digest names it some time after the sweep that saw it pending; only a sweep can see it pending again.
  const seenAt = named.findLast(({ event }) => event.kind === "sweep-ended")?.event.at ?? 0;
  const fate = fatesOf(events).find(({ ref, at }) => isCalled(ref, key) && at >= seenAt);
  const gone = fate?.kind === "withdrawn" || fate?.kind === "ignored" ? fate : null;
  return { ref: refOf(last.each), on: last.each.on, gone };
}

/** What was in a link went through UTF-8, which has no half characters. */
function isCalled(ref: InvitationRef, key: string): boolean {
  return invitationKey(ref)?.toWellFormed() === key.toWellFormed();
}

function refOf({ on: _, ...ref }: Upcoming): InvitationRef {
  return ref;
}
