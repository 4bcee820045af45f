import type { Log } from "../log/log.ts";
import type { SweepQueue } from "../queue/sweepQueue.ts";
import type { Listed } from "../store/due.ts";

export interface DispatchPorts {
  /** Claims who is due at `now` until `forMs` later; both in ms. */
  readonly claimDue: (now: number, forMs: number) => AsyncIterable<Listed>;
  readonly queue: SweepQueue;
  readonly now: () => number;
  /** A new id for a run. */
  readonly newRunId: () => string;
  readonly log: Log;
}

export interface Dispatched {
  /** Members for whom a message was sent. */
  readonly sent: number;
  /** Records that can't be read; their members are not swept, the others are. */
  readonly unreadable: number;
  /** Claimed, but the queue did not take the message: they come again when the claim runs out. */
  readonly failed: number;
}

/** Longer than a sweep with all its retries can take, and short enough that a lost one comes the same day. */
export const claimMs = 2 * 3_600_000;

/** One message for each member who is due, however many dispatchers run. */
export async function dispatch({ claimDue, queue, now, newRunId, log }: DispatchPorts): Promise<Dispatched> {
  let [sent, unreadable, failed] = [0, 0, 0];
  for await (const claimed of claimDue(now(), claimMs)) {
    if (!claimed.ok) {
      unreadable++;
      log.error("a member's record cannot be read", claimed.fault, { memberId: claimed.memberId });
      continue;
    }
    const message = { kind: "sweep" as const, memberId: claimed.member.id, runId: newRunId() };
    try {
      await queue.send(message);
      sent++;
    } catch (fault) {
      failed++;
      log.error("the queue did not take a sweep", fault, message);
    }
  }
  return { sent, unreadable, failed };
}
