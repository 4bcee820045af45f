import type { Invitation } from "../invitation/invitation.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { ListKind } from "../linkedin/list/listKind.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { attempt } from "./attempt.ts";
import { keyOf } from "./board.ts";
import type { Ending } from "./ending.ts";
import type { Prepared } from "./prepare.ts";
import { settle } from "./settle.ts";
import type { Job, State } from "./start.ts";
import { endOfTime, fits, paceAhead, reasonToEnd } from "./timing.ts";

const refusalsAllowed = 3;
/** What one withdrawal takes at first guess; measured from the first on. */
const firstGuessMs = 2_500;

function threeRefusals({ direction }: ListKind): Ending {
  const acts = direction === "sent" ? "withdrawals" : "times to ignore an invitation";
  const act = direction === "sent" ? "a withdrawal" : "an ignoring";
  return {
    outcome: "page-drift",
    why: `LinkedIn refused three ${acts} in a row: nothing further was clicked. We have to look into it.`,
    missing: `${act} that is accepted: three were refused in a row`,
  };
}

/** Carries out a plan, oldest first, one after another, and says how it ended. */
export async function act(job: Job, prepared: Prepared, state: State): Promise<Ending> {
  const { ports } = job;
  const { list } = job.visit;
  const total = prepared.plan.act.length;
  let reading = prepared.reading;
  let refusals = 0;
  let longest = 0;
  // Where reading took so long that a second one cannot fit, the next sweep's reading is the second proof: without
  // that, a list too long for its time would be read again every day, for nothing.
  state.checkLater = !fits(job, prepared.readingMs + firstGuessMs);
  const checkMs = state.checkLater ? 0 : prepared.readingMs;
  for (const [done, planned] of prepared.plan.act.entries()) {
    const paced = done > 0 || job.before.acted;
    if (paced && !(await paceAhead(job, checkMs + longest))) return endOfTime(job);
    const early = await reasonToEnd(job, checkMs + (longest || firstGuessMs));
    if (early !== null) return early;
    const original = find(prepared.reading, planned);
    if (original === undefined) continue;
    ports.onProgress?.({
      step: list.direction === "sent" ? "withdrawing" : "ignoring",
      done,
      of: total,
      name: planned.name,
    });
    const from = ports.clock.now();
    const tried = await attempt(job, prepared, original, reading);
    const settled = await settle(job, state, original, tried.attempt, tried.reading);
    longest = Math.max(longest, ports.clock.now() - from);
    if (settled.ending !== null) return settled.ending;
    reading = settled.reading;
    refusals = settled.refused ? refusals + 1 : 0;
    if (refusals >= refusalsAllowed) return threeRefusals(list);
  }
  return { outcome: prepared.plan.capped > 0 ? "capped" : "done", why: null };
}

function find(reading: Reading, planned: Invitation): Listed | undefined {
  return reading.listed.find((each) => each.invitation === planned || sameKey(each, planned));
}

function sameKey(listed: Listed, planned: Invitation): boolean {
  const key = keyOf(listed);
  return key !== null && key === keyOf({ ...listed, invitation: planned });
}
