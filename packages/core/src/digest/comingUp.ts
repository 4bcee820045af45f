import { invitationKey } from "../invitation/invitation.ts";
import { profileAddress } from "../invitation/profile.ts";
import {
  type Announcement,
  announcementLifeMs,
  announcementOf,
  lastNamed,
  promisedOn,
} from "../ledger/announcement.ts";
import type { Upcoming } from "../ledger/event.ts";
import type { LedgerView } from "../ledger/fold.ts";
import { keptBy } from "../plan/keep.ts";
import type { Policy } from "../policy/policy.ts";
import { dayOf } from "./day.ts";

const day = 86_400_000;

/** An invitation that is to be withdrawn, with the earliest moment (ms) at which it may. */
export interface Coming {
  readonly upcoming: Upcoming;
  readonly from: number;
  /** Whether it was announced before, and that counts still. */
  readonly told: boolean;
  /**
   * Whether this digest has to announce it: nobody has yet, the announcement would soon count no more, or the day that
   * is named now is later than the one that was.
   */
  readonly toAnnounce: boolean;
}

/**
 * What the latest sweep means to withdraw or ignore, with the dates that this digest may promise: nothing before its notice has
 * run, counted from the first digest that named it, as long as that counts. Whoever the member keeps by now is out. Nearest first.
 */
export function comingUp(
  upcoming: readonly Upcoming[],
  { announced, promised }: Pick<LedgerView, "announced" | "promised">,
  policy: Policy,
  now: number,
): Coming[] {
  if (policy.paused) return [];
  const coming = upcoming.flatMap((each): Coming[] => {
    const key = invitationKey(each);
    if (key === null || isKept(each, policy)) return [];
    // The member may have stopped asking for it meanwhile.
    if (each.direction === "received" && policy.received.ignoreOlderThanDays === null) return [];
    const told = announcementOf(announced, each, now);
    const planned = Number.isNaN(Date.parse(each.on)) ? now : Date.parse(each.on);
    const notice = (told?.at ?? now) + policy.noticeDays * day;
    const from = Math.max(notice, told?.on ?? planned, promisedOn(promised, each, now), now);
    return [
      {
        ...{ upcoming: { ...each, on: new Date(from).toISOString() }, from, told: told !== null },
        toAnnounce: told === null || soonOver(told, now) || isLaterDay(notice, told.on, policy, now),
      },
    ];
  });
  return coming.sort((a, b) => a.from - b.from);
}

function soonOver(told: Announcement, now: number): boolean {
  return now - lastNamed(told) >= announcementLifeMs / 2;
}

/** By the member's calendar: it is days that a digest names. */
function isLaterDay(one: number, other: number, { timezone }: Policy, now: number): boolean {
  return one > other && dayOf(one, timezone, now).key > dayOf(other, timezone, now).key;
}

/** The part of the keep rules that a name and a link can answer; the sweep asks all of them again. */
export function isKept({ profile, name }: Pick<Upcoming, "profile" | "name">, policy: Policy): boolean {
  const own = profile === null ? null : profileAddress(profile);
  return keptBy(policy, { name, headline: null, addresses: own === null ? [] : [own] }) !== null;
}
