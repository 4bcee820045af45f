import { SweepStop } from "../linkedin/stop.ts";
import { TabLost } from "../linkedin/tab.ts";
import { keyOf, refOf } from "./board.ts";
import { type Ending, endingOf } from "./ending.ts";
import { readAfresh } from "./resolve.ts";
import type { SweepOutcome } from "./result.ts";
import { unproved } from "./settle.ts";
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

/**
 * The second proof: a fresh load of the list. What we withdrew (or ignored) must be gone from it; what is back is `unverified`,
 * and so is the sweep. What failed or was kept, and is gone now, was answered.
 */
export async function recheck(job: Job, state: State, ending: Ending): Promise<Ending> {
  const { board } = state;
  const { list } = job.visit;
  if (board === null || enough.includes(ending.outcome)) return ending;
  const doubtful =
    board.count(list.done) + board.count("failed") + board.count("answered") + board.count("unverified");
  if (doubtful === 0) return ending;
  if (state.checkLater === true) {
    for (const { listed, state: was } of board.rows())
      if (was === list.done)
        board.set(listed, was, "verified on the page; on a fresh load by the next sweep");
    return isOver(ending) ? { outcome: "out-of-time", why: null } : ending;
  }
  job.ports.onProgress?.({ step: "checking" });
  let there: Set<string | null>;
  const unsure = new Set<string>();
  try {
    const fresh = await readAfresh(job);
    there = new Set(fresh.listed.map(keyOf));
    // A row that was told apart by its id before, and cannot be now, is not gone.
    for (const { invitation } of fresh.listed) if (invitation.trouble !== null) unsure.add(invitation.name);
    state.pending = fresh.pending;
  } catch (stop) {
    // What could not be proved stays so, whatever else cannot be seen.
    if (ending.outcome === "unverified" && (stop instanceof SweepStop || stop instanceof TabLost))
      return ending;
    if (!(stop instanceof SweepStop)) throw stop;
    return endingOf(stop);
  }
  let back: Ending | null = null;
  for (const { listed, state: was } of board.rows()) {
    const present = there.has(keyOf(listed));
    if (was === list.done && present) {
      const reason = "on a fresh load of the list it is there again";
      board.set(listed, "unverified", reason);
      await job.record.write({ kind: "unverified", invitation: refOf(listed), reason });
      back ??= unproved(listed, reason);
    } else if (was === "answered" && present) {
      board.set(listed, "failed", "its row left the page, and is there again on a fresh load");
    } else if (
      was !== list.done &&
      was !== "unverified" &&
      was !== "unreadable" &&
      !present &&
      keyOf(listed) !== null &&
      !unsure.has(listed.invitation.name)
    ) {
      // LinkedIn refused our click and yet it is gone: nobody can tell by whom, so the day's cap counts it as ours.
      if (was === "failed")
        await job.record.write({ kind: "reconciled", invitation: refOf(listed), found: "gone" });
      const refused = `LinkedIn said that it failed to ${list.word}, and it is gone: answered or ${list.done} by another hand`;
      board.set(listed, "answered", was === "failed" ? refused : "it was pending and is gone, not by us");
    }
  }
  return ending.outcome === "unverified" ? ending : (back ?? ending);
}

/** Everything was done, but for the proof on a fresh load. */
function isOver({ outcome }: Ending): boolean {
  return outcome === "done" || outcome === "capped";
}
