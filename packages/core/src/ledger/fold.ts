import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import { type Announcement, announcementOf, type Promised, promisedOn } from "./announcement.ts";
import type { LedgerEvent, Upcoming } from "./event.ts";
import { returnedRuns } from "./feedback.ts";

const day = 86_400_000;

export interface LedgerView {
  /** Clicks that were confirmed but have no result: the process died in between. */
  readonly openIntents: readonly InvitationRef[];
  /** What was proved on the page, by its key, and when (ms): it must not be on a list again. */
  readonly done: ReadonlyMap<string, number>;
  /** The same by its person's key, under which it may be found again with another id. */
  readonly doneOf: ReadonlyMap<string, number>;
  /**
   * What was announced, by a page or by a mail that did not come back, of invitations that have not gone since; whether
   * it counts still, `announcementOf` says.
   */
  readonly announced: ReadonlyMap<string, Announcement>;
  /** The days that were named, also by a mail that came back or of which no answer is known, of those not gone since. */
  readonly promised: ReadonlyMap<string, Promised>;
  readonly confirmedDue: number | null;
  /** When each withdrawal and each ignoring was made that counts against the day's cap, in ms. */
  readonly spentAt: readonly number[];
}

/**
 * What the events of one member say. Whatever may have been a withdrawal, or an ignored invitation, counts against
 * the cap: a proved one, one that could not be proved, and an intent without a result, unless the invitation was seen pending afterwards.
 */
export function foldLedger(events: readonly LedgerEvent[]): LedgerView {
  const open = new Map<string, { ref: InvitationRef; at: number }>();
  const done = new Map<string, number>();
  const doneOf = new Map<string, number>();
  const announced = new Map<string, Announcement>();
  const promised = new Map<string, Promised>();
  const forgetBoth = (ref: InvitationRef) => {
    forget(announced, ref);
    forget(promised, ref);
  };
  const spentAt: number[] = [];
  const counted = new Set<string>();
  const returned = returnedRuns(events, "digest");
  let confirmedDue: number | null = null;
  for (const event of events) {
    switch (event.kind) {
      case "intent":
        open.set(keyOf(event.invitation), { ref: event.invitation, at: event.at });
        counted.delete(keyOf(event.invitation));
        done.delete(keyOf(event.invitation));
        doneOf.delete(personKey(event.invitation));
        break;
      case "withdrawn":
      case "ignored":
      case "unverified": {
        const key = keyOf(event.invitation);
        open.delete(key);
        // Done, and found to be back: one click, counted once, at its first time.
        if (!counted.has(key)) spentAt.push(event.at);
        counted.add(key);
        if (event.kind === "unverified") {
          done.delete(key);
          doneOf.delete(personKey(event.invitation));
        } else {
          done.set(key, event.at);
          doneOf.set(personKey(event.invitation), event.at);
          forgetBoth(event.invitation);
        }
        break;
      }
      case "failed":
        open.delete(keyOf(event.invitation));
        break;
      case "reconciled": {
        const key = keyOf(event.invitation);
        const intent = open.get(key);
        open.delete(key);
        if (event.found === "still-pending") break;
        forgetBoth(event.invitation);
        // A sweep that was thought dead may still write its own result.
        if (!counted.has(key)) spentAt.push(intent?.at ?? event.at);
        counted.add(key);
        break;
      }
      case "announced":
        promise(promised, event.upcoming, event.at);
        // A digest that did not arrive told nobody, so no notice runs. The page of the start has a run of its own, and no mail.
        if (returned.has(event.run)) break;
        for (const coming of event.upcoming) {
          const key = invitationKey(coming);
          if (key === null) continue;
          // The first notice counts: naming it again must not put the act off for ever. A later day is a promise, too.
          const first = announcementOf(announced, coming, event.at);
          const on = Date.parse(coming.on);
          const again = first && { ...first, on: Math.max(first.on, on), renewedAt: event.at };
          announced.set(key, again ?? { at: event.at, on });
        }
        break;
      case "confirmed":
        confirmedDue = event.due;
        break;
      case "answered":
        forgetBoth(event.invitation);
        break;
      case "digest":
        promise(promised, event.upcoming ?? [], event.at);
        break;
      case "problem-mail":
      case "sweep-started":
      case "sweep-ended":
      case "digest-failed":
      case "mail-feedback":
        break;
    }
  }
  const waiting = [...open.values()];
  return {
    openIntents: waiting.map((intent) => intent.ref),
    done,
    doneOf,
    announced,
    promised,
    confirmedDue,
    spentAt: [...spentAt, ...waiting.map((intent) => intent.at)],
  };
}

/** How many withdrawals and ignored invitations fall into the 24 hours before `now`. A time after `now` counts: clocks are set back, too. */
export function spentInLastDay(view: LedgerView, now: number): number {
  return view.spentAt.filter((at) => at > now - day).length;
}

/** A mail that came back may have been read: an out-of-office answer looks like a bounce. So only a later day replaces one. */
function promise(promised: Map<string, Promised>, upcoming: readonly Upcoming[], at: number): void {
  for (const coming of upcoming) {
    const on = Math.max(promisedOn(promised, coming, at), Date.parse(coming.on));
    for (const key of [invitationKey(coming), invitationKey({ ...coming, id: null })])
      if (key !== null) promised.set(key, { at, on });
  }
}

/** It is gone: whoever is invited again, under the same address on a page without ids, is announced anew. */
function forget(named: Map<string, unknown>, ref: InvitationRef): void {
  named.delete(invitationKey(ref) ?? "");
  named.delete(invitationKey({ ...ref, id: null }) ?? "");
}

function keyOf(ref: InvitationRef): string {
  return invitationKey(ref) ?? `${ref.direction ?? "sent"} name:${ref.name}`;
}

/** Of somebody without a profile link it is the invitation's own: no name is a person. */
function personKey(ref: InvitationRef): string {
  return ref.profile === null ? keyOf(ref) : keyOf({ ...ref, id: null });
}
