import type { Attempt } from "../linkedin/act/withdraw.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { outweighs, type SweepStop } from "../linkedin/visit/stop.ts";
import { keyOf, refOf } from "./board.ts";
import { type Ending, endingOf } from "./ending.ts";
import { dayIsFull, tookOver } from "./lastLook.ts";
import { resolveDoubt } from "./resolve.ts";
import type { Job, State } from "./start.ts";

export interface Settled {
  readonly ending: Ending | null;
  readonly refused: boolean;
  /** The list as it was last read. */
  readonly reading: Reading;
}

/** Records what became of one attempt, on the board and in the ledger, and says whether the sweep goes on. */
export async function settle(
  job: Job,
  state: State,
  original: Listed,
  tried: Attempt,
  reading: Reading,
): Promise<Settled> {
  const { record } = job;
  const { list } = job.visit;
  const invitation = refOf(original);
  const goOn: Settled = { ending: null, refused: false, reading };
  if ((tried.kind === "failed" || tried.kind === "doubt") && tried.once === true) record.refused(invitation);
  switch (tried.kind) {
    case "withdrawn":
      // The result says what happened, also where the ledger takes no more.
      state.board?.set(original, list.done, "verified on the page");
      if (state.pending !== null) state.pending -= 1;
      await record.write({ kind: list.done, invitation });
      return { ...goOn, ending: endedBy(tried.stop), reading: without(reading, original) };
    case "gone":
      if (record.confirmed(invitation)) {
        const reason = "it was confirmed and refused, and on a fresh load it is gone";
        return settle(job, state, original, { kind: "unverified", reason }, reading);
      }
      state.board?.set(original, "answered", "it was pending and is gone, not by us");
      return goOn;
    case "held":
      if (tried.reason === tookOver) return { ...goOn, ending: { outcome: "busy", why: null } };
      state.board?.set(
        original,
        tried.reason.startsWith("kept:") ? "kept" : "due",
        tried.reason.replace(/^kept: /, ""),
      );
      return tried.reason === dayIsFull ? { ...goOn, ending: { outcome: "capped", why: null } } : goOn;
    case "failed":
      state.board?.set(original, "failed", tried.reason);
      await record.write({ kind: "failed", invitation, reason: tried.reason });
      return { ...goOn, ending: endedBy(tried.stop), refused: true };
    case "unverified":
      state.board?.set(original, "unverified", tried.reason);
      await record.write({ kind: "unverified", invitation, reason: tried.reason });
      return {
        ...goOn,
        ending:
          tried.stop !== undefined && outweighs(tried.stop)
            ? endingOf(tried.stop)
            : unproved(original, tried.reason),
      };
    case "doubt": {
      const resolved = await resolveDoubt(job, original, tried, reading);
      return settle(job, state, original, resolved.attempt, resolved.reading ?? reading);
    }
  }
}

/** The list as it has to be now: whoever went with our help is missed by nobody. */
function without(reading: Reading, gone: Listed): Reading {
  const listed = reading.listed.filter((each) => keyOf(each) !== keyOf(gone));
  if (listed.length === reading.listed.length) return reading;
  return { ...reading, listed, pending: reading.pending === null ? null : reading.pending - 1 };
}

function endedBy(stop: SweepStop | undefined): Ending | null {
  return stop === undefined ? null : endingOf(stop);
}

export function unproved(listed: Listed, reason: string): Ending {
  const { name, direction } = listed.invitation;
  const [what, where] =
    direction === "sent"
      ? [`The withdrawal of the invitation to ${name}`, "Sent"]
      : [`That the invitation from ${name} was ignored`, "Received"];
  return {
    outcome: "unverified",
    why: `${what} could not be proved (${reason}), so the sweep stopped there. Look at your ${where} list.`,
  };
}
