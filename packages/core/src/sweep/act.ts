import { earlierNow } from "../invitation/clock.ts";
import type { Invitation } from "../invitation/invitation.ts";
import { ledAway } from "../linkedin/ledAway.ts";
import type { Listed } from "../linkedin/list.ts";
import type { Reading } from "../linkedin/read.ts";
import type { SweepStop } from "../linkedin/stop.ts";
import { clocksOf } from "../linkedin/visit.ts";
import { type Attempt, withdrawOne } from "../linkedin/withdraw.ts";
import { keepReason } from "../plan/keep.ts";
import { keyOf, refOf } from "./board.ts";
import { type Ending, endingOf } from "./ending.ts";
import { paceOf, pauseOf } from "./pace.ts";
import type { Prepared } from "./prepare.ts";
import { readAfresh, resolveDoubt } from "./resolve.ts";
import type { Job, State } from "./start.ts";
import { leaseMs } from "./sweep.ts";

const refusalsAllowed = 3;
/** What one withdrawal takes at first guess; measured from the first on. */
const firstGuessMs = 2_500;
const day = 86_400_000;

/** Carries out a plan, oldest first, one after another, and says how it ended. */
export async function act(job: Job, prepared: Prepared, state: State): Promise<Ending> {
  const { ports } = job;
  const total = prepared.plan.act.length;
  let reading = prepared.reading;
  let refusals = 0;
  let longest = 0;
  for (const [done, planned] of prepared.plan.act.entries()) {
    if (done > 0 && !(await paceAhead(job, prepared.readingMs + longest))) return endOfTime(job);
    const early = await reasonToEnd(job, prepared.readingMs + (longest || firstGuessMs));
    if (early !== null) return early;
    const original = find(prepared.reading, planned);
    if (original === undefined) continue;
    ports.onProgress?.({ step: "withdrawing", done, of: total, name: planned.name });
    const from = ports.clock.now();
    const tried = await attempt(job, prepared, original, reading);
    const settled = await settle(job, state, original, tried.attempt, tried.reading);
    longest = Math.max(longest, ports.clock.now() - from);
    if (settled.ending !== null) return settled.ending;
    reading = settled.reading;
    refusals = settled.refused ? refusals + 1 : 0;
    if (refusals >= refusalsAllowed) return threeRefusals;
  }
  return { outcome: prepared.plan.capped > 0 ? "capped" : "done", why: null };
}

interface Tried {
  readonly attempt: Attempt;
  readonly reading: Reading;
}

/** One withdrawal. A row that is no longer on the page, or a page that left the list, is looked for once afresh. */
async function attempt(job: Job, prepared: Prepared, original: Listed, reading: Reading): Promise<Tried> {
  const once = async (list: Reading): Promise<Attempt> => {
    const meant = list.listed.find((each) => keyOf(each) === keyOf(original));
    if (meant === undefined) return { kind: "gone" };
    return withdrawOne(job.visit, {
      meant,
      list: list.listed,
      beforeConfirm: () => lastLook(job, prepared, original),
    });
  };
  const first = await once(reading);
  const lost = first.kind === "gone" || (first.kind === "failed" && first.reason === ledAway);
  if (!lost) return { attempt: first, reading };
  const fresh = await readAfresh(job);
  return { attempt: await once(fresh), reading: fresh };
}

interface Settled {
  readonly ending: Ending | null;
  readonly refused: boolean;
  /** The list as it was last read. */
  readonly reading: Reading;
}

const tookOver = "another sweep took over";
const threeRefusals: Ending = {
  outcome: "page-drift",
  why: "LinkedIn refused three withdrawals in a row: nothing further was clicked. We have to look into it.",
  missing: "a withdrawal that is accepted: three were refused in a row",
};

async function settle(
  job: Job,
  state: State,
  original: Listed,
  tried: Attempt,
  reading: Reading,
): Promise<Settled> {
  const { record } = job;
  const invitation = refOf(original);
  const goOn: Settled = { ending: null, refused: false, reading };
  switch (tried.kind) {
    case "withdrawn":
      await record.write({ kind: "withdrawn", invitation });
      state.board?.set(original, "withdrawn", "verified on the page");
      if (state.pending !== null) state.pending -= 1;
      return goOn;
    case "gone":
      state.board?.set(original, "answered", "it was pending and is gone, not by us");
      return goOn;
    case "held":
      if (tried.reason === tookOver) return { ...goOn, ending: { outcome: "busy", why: null } };
      state.board?.set(
        original,
        tried.reason.startsWith("kept:") ? "kept" : "due",
        tried.reason.replace(/^kept: /, ""),
      );
      return goOn;
    case "failed":
      await record.write({ kind: "failed", invitation, reason: tried.reason });
      state.board?.set(original, "failed", tried.reason);
      return { ...goOn, ending: endedBy(tried.stop), refused: true };
    case "unverified":
      await record.write({ kind: "unverified", invitation, reason: tried.reason });
      state.board?.set(original, "unverified", tried.reason);
      return { ...goOn, ending: endedBy(tried.stop) ?? unproved(original, tried.reason) };
    case "doubt": {
      const resolved = await resolveDoubt(job, original, tried, reading);
      return settle(job, state, original, resolved.attempt, resolved.reading ?? reading);
    }
  }
}

function endedBy(stop: SweepStop | undefined): Ending | null {
  return stop === undefined ? null : endingOf(stop);
}

export function unproved(listed: Listed, reason: string): Ending {
  return {
    outcome: "unverified",
    why: `The withdrawal of the invitation to ${listed.invitation.name} could not be proved (${reason}), so the sweep stopped there. Look at your Sent list.`,
  };
}

/** The last look before the click that counts: keep wins here once more, and the intent is on disk before it. */
async function lastLook(job: Job, prepared: Prepared, listed: Listed): Promise<string | null> {
  const { ports, request, record, visit } = job;
  if (visit.signal.aborted) return "the sweep was interrupted";
  const halted = (await ports.halted?.()) ?? null;
  if (halted !== null) return halted;
  const policy = await ports.policy();
  if (policy.paused) return "the member paused";
  const rank = prepared.reading.listed.indexOf(listed);
  const keep = keepReason(policy, listed.invitation, rank);
  if (keep !== null) return `kept: ${keep}`;
  const age = ageNow(job, listed.invitation);
  if (age === null || age <= policy.olderThanDays * day)
    return "kept: not certainly old enough for the policy as it is now";
  if (!(await ports.lease.renew(request.run, leaseMs))) return tookOver;
  await record.write({ kind: "intent", invitation: refOf(listed) });
  return null;
}

function ageNow(job: Job, invitation: Invitation): number | null {
  if (invitation.sentAt !== null) return earlierNow(clocksOf(job.visit)) - Date.parse(invitation.sentAt);
  return invitation.age?.atLeast ?? null;
}

/** Waits between two withdrawals; false where the pause and what has to come after it no longer fit. */
async function paceAhead(job: Job, needMs: number): Promise<boolean> {
  const { ports, request, visit } = job;
  const mean = request.paceMs ?? paceOf(await ports.policy());
  const pause = pauseOf(mean, ports.random());
  if (ports.clock.now() + pause + needMs > visit.deadline) return false;
  if (pause > 0) {
    ports.onProgress?.({ step: "waiting", ms: pause });
    await ports.clock.pause(pause, visit.signal);
  }
  return true;
}

async function reasonToEnd(job: Job, needMs: number): Promise<Ending | null> {
  const { ports, visit } = job;
  if (visit.signal.aborted) return { outcome: "interrupted", why: null };
  if (ports.clock.now() + needMs > visit.deadline) return endOfTime(job);
  if ((await ports.policy()).paused) return { outcome: "paused", why: null };
  return null;
}

function endOfTime(job: Job): Ending {
  return { outcome: job.visit.signal.aborted ? "interrupted" : "out-of-time", why: null };
}

function find(reading: Reading, planned: Invitation): Listed | undefined {
  return reading.listed.find((each) => each.invitation === planned || sameKey(each, planned));
}

function sameKey(listed: Listed, planned: Invitation): boolean {
  const key = keyOf(listed);
  return key !== null && key === keyOf({ ...listed, invitation: planned });
}
