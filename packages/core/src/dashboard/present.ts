import { type Fate, fatesOf } from "../digest/fates.ts";
import { Among } from "../invitation/among.ts";
import type { Invitation } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { foldLedger, type LedgerView, spentInLastDay } from "../ledger/fold.ts";
import { daysComing } from "../plan/dates.ts";
import { type Plan, plan } from "../plan/plan.ts";
import { oldestFirst, planReceived } from "../plan/received.ts";
import type { Policy } from "../policy/policy.ts";
import { pendingNow } from "../reading/aged.ts";
import type { Reading, ReadList } from "../reading/reading.ts";
import { triggerOf } from "../sweep/trigger.ts";

/** The member's lists as they stand by what is known: as last read, aged to now, and planned as the next sweep would. */
export interface Present {
  readonly view: LedgerView;
  /** The ledger's last word on whatever was clicked, ever. */
  readonly fates: readonly Fate[];
  readonly sent: Plan;
  /** Null where received invitations are left alone, or were not read. */
  readonly received: Plan | null;
  /** The earliest moment (ms) for each that is due and comes, on both lists. */
  readonly dates: ReadonlyMap<Invitation, number>;
  /** Those of the reading. */
  readonly read: Among;
  /** ms since 1970; null where nothing was read yet. */
  readonly readAt: number | null;
}

const nothing: ReadList = { pending: 0, invitations: [] };

export function presentOf(
  policy: Policy,
  reading: Reading | null,
  events: readonly LedgerEvent[],
  now: number,
  announcing: boolean,
): Present {
  const view = foldLedger(events);
  const fates = fatesOf(events);
  const readAt = reading?.at ?? null;
  const there = reading === null ? null : pendingNow(reading, events, now);
  const trigger = triggerOf({ trigger: "scheduled" }, view);
  const spent = spentInLastDay(view, now);
  const common = { policy, now, spent, trigger };
  const sent = plan({ ...common, ...(there?.sent ?? nothing) });
  const theirs = policy.received.ignoreOlderThanDays === null ? null : (there?.received ?? null);
  const own = dueOf(sent);
  const received = theirs === null ? null : planReceived({ ...common, ...theirs, sentDue: own.length });
  // In the order in which a sweep takes them.
  const due = [...own.reverse(), ...(received === null ? [] : oldestFirst(dueOf(received)))];
  const on = daysComing(due, { policy, view, now, spent }, announcing);
  return {
    ...{ view, fates, sent, received, readAt },
    dates: new Map(
      due.flatMap((invitation, i) => {
        const date = on[i] ?? null;
        return date === null ? [] : [[invitation, date]];
      }),
    ),
    read: new Among([reading?.sent, reading?.received].flatMap((list) => list?.invitations ?? [])),
  };
}

function dueOf({ items }: Plan): Invitation[] {
  return items.filter((item) => item.state === "due").map((item) => item.invitation);
}
