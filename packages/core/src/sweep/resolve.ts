import type { Listed } from "../linkedin/list.ts";
import { openList } from "../linkedin/open.ts";
import { type Reading, readList } from "../linkedin/read.ts";
import { SweepStop } from "../linkedin/stop.ts";
import { TabLost } from "../linkedin/tab.ts";
import type { Attempt } from "../linkedin/withdraw.ts";
import { keyOf } from "./board.ts";
import type { Job } from "./start.ts";

/**
 * A withdrawal was confirmed and the page could not show what became of it: a fresh load of the list tells. Still
 * there: nothing changed, it failed. Gone although LinkedIn said no: somebody answered it. Gone after the page itself
 * moved on: withdrawn, if all four signs hold between the two readings. Anything else is not proved.
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
  return { attempt: judge(original, doubt, before, after), reading: after };
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

function judge(
  original: Listed,
  doubt: Extract<Attempt, { kind: "doubt" }>,
  before: Reading,
  after: Reading,
): Resolved["attempt"] {
  const there = new Set(after.listed.map(keyOf));
  if (there.has(keyOf(original))) return { kind: "failed", reason: doubt.reason };
  if (doubt.because === "refused") return { kind: "gone" };
  const othersGone = before.listed.filter(
    (each) => keyOf(each) !== keyOf(original) && !there.has(keyOf(each)),
  );
  const lower = before.pending === null || after.pending === before.pending - 1;
  if (doubt.because === "moved" && othersGone.length === 0 && lower) return { kind: "withdrawn" };
  return { kind: "unverified", reason: `${doubt.reason}, and on a fresh load it is gone` };
}
