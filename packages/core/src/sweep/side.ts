import { RecordUnwritable } from "../ledger/unwritable.ts";
import { receivedList } from "../linkedin/list/listKind.ts";
import { SweepStop } from "../linkedin/visit/stop.ts";
import { TabLost } from "../linkedin/visit/tab.ts";
import { act } from "./act.ts";
import { type Ending, endingOf, endingUnrecorded } from "./ending.ts";
import { type Prepared, readAndPlan } from "./prepare.ts";
import { recheck } from "./recheck.ts";
import type { SweepOutcome } from "./result.ts";
import { type Job, type State, turnedTo } from "./start.ts";

/** What a sweep of one of the two lists came to. */
export interface Side {
  readonly job: Job;
  readonly state: State;
  readonly ending: Ending;
}

/** Reads one list, plans, acts, and proves it on a fresh load. Never throws for what the site does. */
export async function sweepSide(job: Job): Promise<Side> {
  const state: State = { board: null, pending: null, reading: null };
  return { job, state, ending: await ended(job, state) };
}

async function ended(job: Job, state: State): Promise<Ending> {
  try {
    const prepared = await readAndPlan(job, state);
    if (prepared.kind === "ended") return prepared.ending;
    return await recheck(job, state, await acted(job, prepared, state));
  } catch (stop) {
    if (stop instanceof RecordUnwritable) return endingUnrecorded(stop, job.record.open);
    if (stop instanceof SweepStop) return endingOf(stop);
    if (stop instanceof TabLost)
      return { outcome: "unreachable", why: "The browser ended unexpectedly: the next sweep tries again." };
    throw stop;
  }
}

/** What was clicked last is looked for on a fresh load, too, where it could not be recorded. */
async function acted(job: Job, prepared: Prepared, state: State): Promise<Ending> {
  try {
    return await act(job, prepared, state);
  } catch (stop) {
    if (stop instanceof RecordUnwritable) return endingUnrecorded(stop, job.record.open);
    throw stop;
  }
}

/** After these the other list may still be looked at: nothing stands in the way. */
const well: readonly SweepOutcome[] = ["done", "nothing-due", "capped", "previewed"];

/** The received invitations, where the policy asks for them and the sent ones ended well; null otherwise. */
export async function sweepReceived({ job, state, ending }: Side): Promise<Side | null> {
  const { ports, visit } = job;
  const { received } = await ports.policy();
  if (received.ignoreOlderThanDays === null || !well.includes(ending.outcome)) return null;
  return sweepSide({
    ...job,
    visit: turnedTo(receivedList, visit),
    before: { due: state.board?.count("due") ?? 0, acted: ending.outcome === "done", reading: state.reading },
  });
}

/** How a sweep of both sides ended: what stopped the second stops the sweep, and what the first left is left. */
export function endingOfBoth(sent: Ending, received: Ending | null): Ending {
  if (received === null) return sent;
  if (!well.includes(received.outcome)) return received;
  const outcomes = [sent.outcome, received.outcome];
  const outcome = well.filter((each) => outcomes.includes(each));
  if (outcome.includes("capped")) return { outcome: "capped", why: null };
  return { outcome: outcome[0] ?? sent.outcome, why: null };
}
