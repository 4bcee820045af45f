import { announcementOf, sentAfterOf } from "../ledger/announcement.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { foldLedger, spentInLastDay } from "../ledger/fold.ts";
import { type DatesInput, datesOf, daysComing } from "../plan/dates.ts";
import { type Plan, type PlanInput, type PlannedState, plan } from "../plan/plan.ts";
import { oldestFirst, planReceived } from "../plan/received.ts";
import type { Policy } from "../policy/policy.ts";
import { pendingNow } from "../reading/aged.ts";
import type { Reading } from "../reading/reading.ts";
import { triggerOf } from "../sweep/trigger.ts";
import { type AgeBucket, ageBuckets } from "./ages.ts";
import { type DaysChoice, dueByDays } from "./choices.ts";
import { type ComingItem, type PreviewItem, previewItem } from "./item.ts";

export interface PreviewInput {
  readonly policy: Policy;
  /** The member's lists as they were last read whole. */
  readonly reading: Reading;
  readonly events: readonly LedgerEvent[];
  /** ms since 1970. */
  readonly now: number;
  /** As `announcesDue` says of the member. */
  readonly announcing?: boolean;
}

/** One of the two lists. Everybody on it is in exactly one of `due`, `kept`, `fresh` and `unreadable`. */
export interface PreviewSide {
  /** What the page's counter said, less those that went since; null where it was unreadable. */
  readonly pending: number | null;
  /** How many rows were read, less those that went since. */
  readonly read: number;
  readonly ages: readonly AgeBucket[];
  /** How many are due; they are all in the preview's `coming`. */
  readonly due: number;
  readonly kept: readonly PreviewItem[];
  /** Not old enough yet. */
  readonly fresh: readonly PreviewItem[];
  /** Not understood, and therefore left alone. */
  readonly unreadable: readonly PreviewItem[];
}

/** What the policy would do with the member's lists, and when. Nothing of it has happened. */
export interface Preview {
  /** When the lists were read, ms since 1970. */
  readonly readAt: number;
  readonly sent: PreviewSide;
  /** Null where the policy does not ask for received invitations, or they have not been read yet. */
  readonly received: PreviewSide | null;
  /**
   * Everybody who is due, on both lists: by date, and on one day the oldest first; on no day of the member's calendar
   * more than `perDay`; last those that have no day. Where `paused` or `belt` is set the dates are those of a member who
   * goes on right now.
   */
  readonly coming: readonly ComingItem[];
  /** "At 21 days: 148 due; at 60: 31", of the sent list; by days, the policy's own among them. */
  readonly choices: readonly DaysChoice[];
  readonly paused: boolean;
  /** Far more is due than was confirmed last (or anything much, before the first start): sweeps wait for a new "go". */
  readonly belt: boolean;
}

/** Plans the list that was read last anew, as a scheduled sweep at `now` would, with the policy as it is given. */
export function previewOf({ policy, reading, events, now, announcing = true }: PreviewInput): Preview {
  const view = foldLedger(events);
  const { sent, received } = pendingNow(reading, events, now);
  const spent = spentInLastDay(view, now);
  const trigger = triggerOf({ trigger: "scheduled" }, view);
  const asked = policy.received.ignoreOlderThanDays === null ? null : received;
  const input: Omit<PlanInput, "invitations" | "pending"> = { policy, now, spent, trigger };
  const ofSent: PlanInput = { ...input, invitations: sent.invitations, pending: sent.pending };
  const own = plan(ofSent);
  const sentDue = own.items.filter((item) => item.state === "due");
  const theirs = asked && planReceived({ ...input, invitations: asked.invitations, sentDue: sentDue.length });
  return {
    readAt: reading.at,
    sent: sideOf(sent.pending, own),
    received: asked && theirs && sideOf(asked.pending, theirs),
    coming: comingOf(
      [...sentDue.reverse(), ...(theirs === null ? [] : dueReceived(theirs))],
      { policy, view, now, spent },
      announcing,
    ),
    choices: dueByDays(ofSent),
    paused: policy.paused,
    belt: own.belt || theirs?.belt === true,
  };
}

function sideOf(pending: number | null, { items }: Plan): PreviewSide {
  const those = (state: PlannedState) => items.filter((item) => item.state === state).map(previewItem);
  return {
    pending,
    read: items.length,
    ages: ageBuckets(items.map((item) => item.invitation)),
    due: those("due").length,
    kept: those("kept"),
    fresh: those("fresh"),
    unreadable: those("unreadable"),
  };
}

/** In the order in which a sweep takes them. */
function dueReceived({ items }: Plan): Plan["items"] {
  const due = new Map(items.filter((item) => item.state === "due").map((item) => [item.invitation, item]));
  return oldestFirst([...due.keys()]).flatMap((invitation) => due.get(invitation) ?? []);
}

function comingOf(due: Plan["items"], dates: DatesInput, announcing: boolean): ComingItem[] {
  const { view, now } = dates;
  const invitations = due.map((item) => item.invitation);
  const on = daysComing(invitations, dates, announcing);
  const confirmed = announcing ? on : datesOf(invitations, dates);
  const coming = due.map((item, i) => ({
    ...{ ...previewItem(item), ...sentAfterOf(item.invitation, now) },
    ...(on[i] === null ? { reason: "due, and not announced, because no digests are sent" } : {}),
    ...{ on: on[i] ?? null, ifConfirmed: confirmed[i] ?? now },
    told: announcementOf(view.announced, item.invitation, now) !== null,
  }));
  const place = (item: ComingItem) => item.on ?? Number.MAX_SAFE_INTEGER;
  return coming.sort((a, b) => place(a) - place(b));
}
