import { ignoreOne } from "../linkedin/act/ignore.ts";
import { ledAway } from "../linkedin/act/ledAway.ts";
import { type Attempt, withdrawOne } from "../linkedin/act/withdraw.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { keyOf, refOf } from "./board.ts";
import { goOnUnlessHalted } from "./halted.ts";
import { lastLook } from "./lastLook.ts";
import type { Prepared } from "./prepare.ts";
import { missingFrom, readAfresh } from "./resolve.ts";
import { secondWay } from "./secondWay.ts";
import type { Job } from "./start.ts";
import { fits } from "./timing.ts";

export interface Tried {
  readonly attempt: Attempt;
  readonly reading: Reading;
}

/**
 * One withdrawal. A row that is no longer on the page, or a page that left the list, is looked for once afresh; a
 * person whose row cannot be acted on is looked for on their own page. Throws SweepStop.
 */
export async function attempt(
  job: Job,
  prepared: Prepared,
  original: Listed,
  reading: Reading,
): Promise<Tried> {
  const once = async (list: Reading): Promise<Attempt> => {
    const meant = list.listed.find((each) => keyOf(each) === keyOf(original));
    if (meant === undefined) return { kind: "gone" };
    const actOn = job.visit.list.direction === "sent" ? withdrawOne : ignoreOne;
    return actOn(job.visit, {
      meant,
      list: list.listed,
      beforeConfirm: () => lastLook(job, prepared, original, list),
    });
  };
  const first = await once(reading);
  const lost = first.kind === "gone" || (first.kind === "failed" && first.reason === ledAway);
  if (lost) await goOnUnlessHalted(job.ports);
  const list = lost ? await readAfresh(job) : reading;
  const second = lost ? await once(list) : first;
  const last = second.kind === "gone" ? missingFrom(job, prepared, original, list) : second;
  if (mayHaveDone(job, prepared, original, last))
    return { attempt: { kind: "doubt", reason: last.reason, because: "refused" }, reading: list };
  if (!byControl(last)) return { attempt: last, reading: list };
  await goOnUnlessHalted(job.ports);
  return secondWay(job, prepared, original, { attempt: last, reading: list });
}

/**
 * Whether the click that counts was made and refused: what is refused may be a request that Chromium sent a second time,
 * after the first was carried out. A fresh load tells at once; where there is no time for one, that at the end does.
 */
function mayHaveDone(
  job: Job,
  { readingMs }: Prepared,
  original: Listed,
  attempt: Attempt,
): attempt is Extract<Attempt, { kind: "failed" }> {
  if (attempt.kind !== "failed" || attempt.stop !== undefined || attempt.once === true) return false;
  return job.record.confirmed(refOf(original)) && fits(job, 2 * readingMs);
}

/** Whether nothing but the row's control stood in the way: it took no click, or led away each time. */
function byControl(attempt: Attempt): attempt is Extract<Attempt, { kind: "failed" }> {
  if (attempt.kind !== "failed" || attempt.stop !== undefined) return false;
  return attempt.because === "control" || attempt.reason === ledAway;
}
