import { type AgeBounds, type InvitationRef, invitationKey } from "../invitation/invitation.ts";

/**
 * How long an announcement counts, and how long the keep link beside it works, in ms: nobody is acted on by a mail whose
 * links are over. The longest notice is 28 days.
 */
export const announcementLifeMs = 60 * 86_400_000;

/** When a digest, or a start, named an invitation first, and the latest day that was given for it; all ms. */
export interface Announcement {
  readonly at: number;
  readonly on: number;
  /** When it was named last, where that was while the first announcement counted: that one counts on from here. */
  readonly renewedAt?: number;
}

/** What mails said that may have arrived, and pages: the latest day that was named, and when one was named last; all ms. */
export type Promised = Pick<Announcement, "at" | "on">;

/** An invitation as far as it matters for what was announced. `age` is that of the moment that is asked about. */
export type Announceable = Pick<InvitationRef, "id" | "profile" | "direction" | "sentAt"> & {
  readonly age?: AgeBounds | null;
  /** ISO 8601: it was sent then or later. Given at most where `sentAt` is not known. */
  readonly sentAfter?: string;
};

type Announced = ReadonlyMap<string, Announcement>;

/** The announcement that counts at `now` (ms): not of an earlier invitation to the same person, and not too long ago. */
export function announcementOf(announced: Announced, one: Announceable, now: number): Announcement | null {
  const own = ofThis(announced, one, now);
  return own !== null && now < lastNamed(own) + announcementLifeMs ? own : null;
}

/**
 * The day (ms) that was promised to this very invitation; 0 without. It holds also where the announcement counts no more,
 * and where none ever did, because its mail came back or was never answered for: somebody may have read that mail.
 */
export function promisedOn(promised: ReadonlyMap<string, Promised>, one: Announceable, now: number): number {
  // A page may show no id where another showed one.
  const byPerson = one.profile === null ? null : ofThis(promised, { ...one, id: null }, now);
  return Math.max(ofThis(promised, one, now)?.on ?? 0, byPerson?.on ?? 0);
}

/** When it was named last, ms. */
export function lastNamed({ at, renewedAt = at }: Announcement): number {
  return renewedAt;
}

/** The `sentAfter` of an invitation of which only an age is known, to be kept beside its reference. */
export function sentAfterOf(one: Announceable, now: number): { readonly sentAfter?: string } {
  const bound = one.sentAt === null ? earliestSent(one, now) : Number.NEGATIVE_INFINITY;
  return bound < 0 ? {} : { sentAfter: new Date(bound).toISOString() };
}

function ofThis<T extends Promised>(named: ReadonlyMap<string, T>, one: Announceable, now: number): T | null {
  const told = named.get(invitationKey(one) ?? "");
  return told === undefined || told.at < earliestSent(one, now) ? null : told;
}

/** Before this moment (ms) it was certainly not there. */
function earliestSent({ sentAt, age, sentAfter }: Announceable, now: number): number {
  const known = Date.parse(sentAt ?? sentAfter ?? "");
  if (!Number.isNaN(known)) return known;
  const atMost = age?.atMost ?? null;
  return atMost === null ? Number.NEGATIVE_INFINITY : now - atMost;
}
