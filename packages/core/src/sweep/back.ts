import type { Listed } from "../linkedin/list.ts";
import type { Reading } from "../linkedin/read.ts";
import { clocksOf } from "../linkedin/visit.ts";
import { type Board, keyOf, refOf } from "./board.ts";
import type { Ending } from "./ending.ts";
import { unproved } from "./settle.ts";
import type { Job } from "./start.ts";

/**
 * What an earlier sweep withdrew, and the list shows again: the second proof of a sweep that had no time for a fresh
 * load of its own. It is `unverified`, and nothing further is done. Null where nothing is back. An invitation that may
 * have been sent since is another one.
 */
export async function foundBack(job: Job, reading: Reading, board: Board): Promise<Ending | null> {
  let back: Ending | null = null;
  for (const listed of reading.listed) {
    const doneAt = job.view.done.get(keyOf(listed) ?? "");
    if (doneAt === undefined || !isOlderThan(job, listed, doneAt)) continue;
    const reason = `an earlier sweep ${job.visit.list.direction === "sent" ? "withdrew" : "ignored"} it, and it is there again`;
    board.set(listed, "unverified", reason);
    await job.record.write({ kind: "unverified", invitation: refOf(listed), reason });
    back ??= unproved(listed, reason);
  }
  return back;
}

function isOlderThan(job: Job, { invitation }: Listed, at: number): boolean {
  if (invitation.sentAt !== null) return Date.parse(invitation.sentAt) < at;
  const { host } = clocksOf(job.visit);
  return invitation.age !== null && host - invitation.age.atLeast < at;
}
