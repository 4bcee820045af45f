import { invitationKey } from "../invitation/invitation.ts";
import { profileAddress, sameAddress } from "../invitation/profile.ts";
import type { Upcoming } from "../ledger/event.ts";
import type { Announcement } from "../ledger/fold.ts";
import { containsPhrase } from "../plan/text.ts";
import type { Policy } from "../policy/policy.ts";

const day = 86_400_000;

/** An invitation that is to be withdrawn, with the earliest moment (ms) at which it may. */
export interface Coming {
  readonly upcoming: Upcoming;
  readonly from: number;
  /** Whether an earlier digest named it already. */
  readonly told: boolean;
}

/**
 * What the latest sweep means to withdraw or ignore, with the dates that this digest may promise: nothing before its notice has
 * run, counted from the first digest that named it. Whoever the member keeps by now is out. Nearest first.
 */
export function comingUp(
  upcoming: readonly Upcoming[],
  announced: ReadonlyMap<string, Announcement>,
  policy: Policy,
  now: number,
): Coming[] {
  if (policy.paused) return [];
  const coming = upcoming.flatMap((each): Coming[] => {
    const key = invitationKey(each);
    if (key === null || isKept(each, policy)) return [];
    // The member may have stopped asking for it meanwhile.
    if (each.direction === "received" && policy.received.ignoreOlderThanDays === null) return [];
    const told = announced.get(key);
    const planned = Number.isNaN(Date.parse(each.on)) ? now : Date.parse(each.on);
    const notice = (told?.at ?? now) + policy.noticeDays * day;
    const from = Math.max(notice, told?.on ?? planned, now);
    return [{ upcoming: { ...each, on: new Date(from).toISOString() }, from, told: told !== undefined }];
  });
  return coming.sort((a, b) => a.from - b.from);
}

/** The part of the keep rules that a name and a link can answer; the sweep asks all of them again. */
export function isKept({ profile, name }: Pick<Upcoming, "profile" | "name">, { keep }: Policy): boolean {
  const own = profile === null ? null : profileAddress(profile);
  const byLink = keep.profiles.map(profileAddress).some((kept) => own && kept && sameAddress(own, kept));
  return byLink || keep.words.some((word) => containsPhrase(name, word));
}
