import type { Attempt } from "../linkedin/act/withdraw.ts";
import type { Listed } from "../linkedin/list/list.ts";
import { type Reading, readList } from "../linkedin/list/read.ts";
import { openList } from "../linkedin/visit/open.ts";
import { SweepStop } from "../linkedin/visit/stop.ts";
import { TabLost } from "../linkedin/visit/tab.ts";
import { keyOf } from "./board.ts";
import { Later, momentsOf } from "./later.ts";
import type { Prepared } from "./prepare.ts";
import type { Job } from "./start.ts";

/**
 * A withdrawal was confirmed and the page could not show what became of it: a fresh load of the list tells. Still
 * there: nothing changed, it failed. Gone after the page itself moved on: withdrawn, if all four signs hold between the
 * two readings. Gone, and LinkedIn refused the only request there was: not by us. Anything else is not proved: Chromium
 * sends a request again by itself when the connection breaks, and what LinkedIn then refuses is the second one.
 */
export async function resolveDoubt(
  job: Job,
  original: Listed,
  doubt: Extract<Attempt, { kind: "doubt" }>,
  before: Reading,
): Promise<Resolved> {
  let after: Reading;
  try {
    after = await readAfresh(job);
  } catch (stop) {
    const attempt = { kind: "unverified", reason: doubt.reason } as const;
    if (stop instanceof TabLost) return { attempt, reading: null };
    if (!(stop instanceof SweepStop)) throw stop;
    return { attempt: { ...attempt, stop }, reading: null };
  }
  const meant = before.listed.find((each) => keyOf(each) === keyOf(original)) ?? original;
  const later = new Later(before.listed, after.listed, momentsOf(job));
  return { attempt: judge(meant, doubt, { before, after, later }), reading: after };
}

/** What to say of an invitation that a fresh reading does not have: gone, but for what may be the same under other marks. */
export function missingFrom(
  job: Job,
  { reading: first }: Prepared,
  original: Listed,
  now: Reading,
): Extract<Attempt, { kind: "gone" | "failed" }> {
  switch (new Later(first.listed, now.listed, momentsOf(job)).find(original)) {
    case "renumbered":
      return { kind: "failed", reason: "on a fresh load of the list it has another id" };
    case "namesake":
      return {
        kind: "failed",
        reason: "on a fresh load of the list it cannot be told from another of that name",
      };
    case "there":
    case "gone":
      return { kind: "gone" };
  }
}

export interface Resolved {
  readonly attempt: Exclude<Attempt, { kind: "doubt" }>;
  /** The list as it is now; null where it could not be read. */
  readonly reading: Reading | null;
}

/** Loads the list once more and reads it whole. Throws SweepStop. */
export async function readAfresh(job: Job): Promise<Reading> {
  const { ports, request, visit } = job;
  const opened = await openList(visit, request.session.member ?? null);
  const reading = await readList(visit, opened.page, (rows, pending) =>
    ports.onProgress?.({ step: "reading", rows, pending }),
  );
  visit.since = visit.tab.mark();
  return reading;
}

/** What the two readings say together. */
export function judge(
  original: Listed,
  doubt: Extract<Attempt, { kind: "doubt" }>,
  { before, after, later }: { readonly before: Reading; readonly after: Reading; readonly later: Later },
): Resolved["attempt"] {
  const found = later.find(original);
  if (found === "there" || (found === "renumbered" && doubt.because !== "moved"))
    return { kind: "failed", reason: doubt.reason };
  const isGone = later.back([original]).length === 0;
  const nobodyElseGone = before.listed.every((each) => each === original || later.find(each) !== "gone");
  const lower = before.pending === null || after.pending === before.pending - 1;
  if (doubt.because === "moved" && isGone && nobodyElseGone && lower) return { kind: "withdrawn" };
  if (doubt.once === true && isGone) return { kind: "gone" };
  const how = isGone ? "it is gone" : "it may be there again, under other marks";
  return { kind: "unverified", reason: `${doubt.reason}, and on a fresh load ${how}` };
}
