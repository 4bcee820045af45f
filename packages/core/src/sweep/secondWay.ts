import type { Attempt } from "../linkedin/act/withdraw.ts";
import { profileMarks } from "../linkedin/layouts/marks.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { type AskedProfile, askedProfile, NoSuchProfile, openProfile } from "../linkedin/profile/open.ts";
import { shares } from "../linkedin/profile/person.ts";
import { readProfilePage } from "../linkedin/profile/read.ts";
import { type PendingProfile, withdrawOnProfile } from "../linkedin/profile/withdraw.ts";
import { SweepStop } from "../linkedin/visit/stop.ts";
import type { Visit } from "../linkedin/visit/visit.ts";
import { comparable } from "../plan/text.ts";
import type { Tried } from "./attempt.ts";
import { keyOf } from "./board.ts";
import { lastLook } from "./lastLook.ts";
import type { Prepared } from "./prepare.ts";
import { missingFrom, readAfresh } from "./resolve.ts";
import type { Job } from "./start.ts";
import { fits } from "./timing.ts";

type Failed = Extract<Attempt, { kind: "failed" }>;

/** A visit to a profile, with the waits of its two loads, takes this long; the list is read twice besides. */
const profileMs = 15_000;

/**
 * The control of a row could not be acted on: the person's own page is tried, once, where it is certain who that is.
 * The list is read just before and again after, so that its four signs judge what came of it, as for any withdrawal
 * that the page itself could not show. Throws SweepStop.
 */
export async function secondWay(
  job: Job,
  prepared: Prepared,
  original: Listed,
  first: { readonly attempt: Failed; readonly reading: Reading },
): Promise<Tried> {
  const asked = certainProfile(original);
  const need = 2 * prepared.readingMs + profileMs;
  if (asked === null || !fits(job, need)) return first;
  const before = await readAfresh(job);
  const isMeant = (each: Listed) => keyOf(each) === keyOf(original);
  if (!before.listed.some(isMeant))
    return { attempt: missingFrom(job, prepared, original, before), reading: before };
  const backOnList = async (reason: string): Promise<Tried> => {
    const reading = await readAfresh(job);
    const there = reading.listed.some(isMeant);
    return {
      attempt: there ? { kind: "failed", reason } : missingFrom(job, prepared, original, reading),
      reading,
    };
  };
  const attempt = await tryProfile(job, asked, {
    original,
    rest: before.listed.filter((each) => !isMeant(each)),
    lastLook: () => lastLook(job, prepared, original, before),
  });
  switch (attempt?.kind) {
    case "withdrawn": {
      const reason = "on its own page";
      if (attempt.stop !== undefined)
        return { attempt: { kind: "unverified", reason, stop: attempt.stop }, reading: before };
      return { attempt: { kind: "doubt", reason, because: "moved" }, reading: before };
    }
    case "doubt":
    case "unverified":
      return { attempt, reading: before };
    case "held":
      return { attempt, reading: await readAfresh(job) };
    case "failed":
      if (attempt.stop !== undefined) return { attempt, reading: before };
      return backOnList(`${first.attempt.reason}; on its own page: ${attempt.reason}`);
    case "gone":
    case undefined:
      return backOnList(first.attempt.reason);
  }
}

/** The profile of a sent invitation whose identity is certain: a readable link, and an id in the page's data. */
function certainProfile({ invitation, entry }: Listed): AskedProfile | null {
  const { id, profile, trouble, direction } = invitation;
  if (direction !== "sent") return null;
  if (id === null || entry === null || profile === null || trouble !== null) return null;
  const asked = askedProfile(profile);
  return asked?.address.kind === "vanity" ? asked : null;
}

interface Person {
  readonly original: Listed;
  /** Everybody else on the list: a request for one of them is stopped. */
  readonly rest: readonly Listed[];
  readonly lastLook: () => Promise<string | null>;
}

/** Null where the page is not certainly that person's, or not understood: then nothing on it was pressed. */
async function tryProfile(job: Job, asked: AskedProfile, person: Person): Promise<Attempt | null> {
  const visit: Visit = { ...job.visit, marks: profileMarks };
  try {
    const opened = await openProfile(visit, asked, job.request.session.member ?? null);
    const reading = await readProfilePage(visit, opened, asked);
    if (reading.kind === "refused" || !isSame(reading, person.original)) return null;
    return await withdrawOnProfile(visit, knownBetter(reading, person), person.lastLook);
  } catch (stop) {
    if (stop instanceof NoSuchProfile) return null;
    if (stop instanceof SweepStop && stop.outcome === "page-drift") return null;
    throw stop;
  }
}

/** Page and row must tell of one person and, where both say, of one invitation. */
function isSame({ meant }: PendingProfile, { invitation }: Listed): boolean {
  const { id, name, addresses } = meant.invitation;
  return (
    comparable(name) === comparable(invitation.name) &&
    shares(addresses, invitation.addresses) &&
    (id === null || id === invitation.id)
  );
}

/** What the list knows of the invitation, its id above all, guards the click on the profile, too. */
function knownBetter(reading: PendingProfile, { original, rest }: Person): PendingProfile {
  const { id, addresses } = original.invitation;
  const all = [...reading.meant.invitation.addresses, ...addresses];
  const invitation = { ...reading.meant.invitation, id, addresses: all };
  return { ...reading, meant: { ...reading.meant, invitation }, others: [...reading.others, ...rest] };
}
