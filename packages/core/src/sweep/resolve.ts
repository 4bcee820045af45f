import type { Listed } from "../linkedin/list.ts";
import { openSentList } from "../linkedin/open.ts";
import { type Reading, readSentList } from "../linkedin/read.ts";
import { SweepStop } from "../linkedin/stop.ts";
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
): Promise<Exclude<Attempt, { kind: "doubt" }>> {
  try {
    const opened = await openSentList(job.visit, job.request.session.member ?? null);
    const after = await readSentList(job.visit, opened.page, () => undefined);
    const there = new Set(after.listed.map(keyOf));
    if (there.has(keyOf(original))) return { kind: "failed", reason: doubt.reason };
    if (doubt.because === "refused") return { kind: "gone" };
    const othersGone = before.listed.filter(
      (each) => keyOf(each) !== keyOf(original) && !there.has(keyOf(each)),
    );
    const lower = before.pending === null || after.pending === before.pending - 1;
    if (doubt.because === "moved" && othersGone.length === 0 && lower) return { kind: "withdrawn" };
    return { kind: "unverified", reason: `${doubt.reason}, and on a fresh load it is gone` };
  } catch (stop) {
    if (!(stop instanceof SweepStop)) throw stop;
    return { kind: "unverified", reason: doubt.reason, stop };
  }
}
