import type { Reading } from "../linkedin/list/read.ts";
import { SweepStop } from "../linkedin/visit/stop.ts";
import { TabLost } from "../linkedin/visit/tab.ts";
import type { Board } from "./board.ts";
import { compareAfresh } from "./compareAfresh.ts";
import { type Ending, endingOf } from "./ending.ts";
import { readAfresh } from "./resolve.ts";
import type { ItemState, SweepOutcome } from "./result.ts";
import type { Job, State } from "./start.ts";

/** After these the site is asked for nothing more. */
const enough: readonly SweepOutcome[] = [
  "signed-out",
  "challenged",
  "wrong-account",
  "rate-limited",
  "blocked",
  "unreachable",
  "interrupted",
  "busy",
];

/** The second proof: a fresh load of the list, and what it says of everybody. */
export async function recheck(job: Job, state: State, ending: Ending): Promise<Ending> {
  const { board } = state;
  const { list } = job.visit;
  if (board === null) return ending;
  if (enough.includes(ending.outcome)) {
    leaveToNext(board, list.done);
    return ending;
  }
  const doubtful =
    board.count(list.done) + board.count("failed") + board.count("answered") + board.count("unverified");
  if (doubtful === 0) return ending;
  if (state.checkLater === true) {
    leaveToNext(board, list.done);
    return isOver(ending) ? { outcome: "out-of-time", why: null } : ending;
  }
  job.ports.onProgress?.({ step: "checking" });
  let fresh: Reading;
  try {
    fresh = await readAfresh(job);
    state.pending = fresh.pending;
  } catch (stop) {
    leaveToNext(board, list.done);
    // What could not be proved stays so, whatever else cannot be seen.
    if (ending.outcome === "unverified" && (stop instanceof SweepStop || stop instanceof TabLost))
      return ending;
    if (!(stop instanceof SweepStop)) throw stop;
    return endingOf(stop);
  }
  const doubt = await compareAfresh(job, board, fresh);
  return ending.outcome === "unverified" ? ending : (doubt ?? ending);
}

/** There was no fresh load: the next sweep's reading is the second proof (`back.ts`), and the result says so. */
function leaveToNext(board: Board, done: ItemState): void {
  for (const { listed, state } of board.rows())
    if (state === done) board.set(listed, done, "verified on the page; on a fresh load by the next sweep");
}

/** Everything was done, but for the proof on a fresh load. */
function isOver({ outcome }: Ending): boolean {
  return outcome === "done" || outcome === "capped";
}
