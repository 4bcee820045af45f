import type { Member } from "@lapse/core/member/member";
import { batchesOf } from "../batches.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { type BatchQueue, sendSize } from "../queue/batchQueue.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import type { Claimed } from "../store/due.ts";
import type { StopSwitch } from "../store/stopSwitch.ts";

export interface DispatchPorts {
  /** Claims who is due at `now` until `forMs` later; both in ms. */
  readonly claimDue: (now: number, forMs: number) => AsyncIterable<Claimed>;
  readonly stopSwitch: Pick<StopSwitch, "get">;
  readonly queue: BatchQueue<SweepMessage>;
  readonly now: () => number;
  /** A new id for a run. */
  readonly newRunId: () => string;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Dispatched {
  /** Members for whom a message was sent. */
  readonly sent: number;
  /** Records that can't be read; their members are not swept, the others are. */
  readonly unreadable: number;
  /** Claimed, but the queue did not take the message: they come again when the claim runs out. */
  readonly failed: number;
  /** Their claim had no answer; whoever was not claimed all the same comes with the next run. */
  readonly unclaimed: number;
  /** Of those claimed, whose sweep has been due for so long that something is wrong. */
  readonly overdue: number;
}

/** Longer than a sweep with all its retries can take, and short enough that a lost one comes the same day. */
export const claimMs = 2 * 3_600_000;
/** A day, and half of another: so long no member waits who is swept every day. */
const overdueMs = 36 * 3_600_000;

/** One message for each member who is due, however many dispatchers run; null, and nobody claimed, while all is stopped. */
export async function dispatch(ports: DispatchPorts): Promise<Dispatched | null> {
  const { claimDue, stopSwitch, queue, now, newRunId, log } = ports;
  // Where this cannot be read it throws: nobody is claimed, and the scheduler tries again.
  if ((await stopSwitch.get()) !== null) return null;
  let [sent, unreadable, failed, unclaimed, overdue] = [0, 0, 0, 0, 0];
  async function* messages(): AsyncGenerator<SweepMessage> {
    for await (const claimed of claimDue(now(), claimMs)) {
      if ("unclaimed" in claimed) {
        unclaimed++;
        log.error("a member could not be claimed", claimed.fault, { memberId: claimed.memberId });
        continue;
      }
      if (!claimed.ok) {
        unreadable++;
        log.error("a member's record cannot be read", claimed.fault, { memberId: claimed.memberId });
        continue;
      }
      const { member } = claimed;
      if (isOverdue(member, now())) overdue++;
      yield { kind: "sweep", memberId: member.id, runId: newRunId() };
    }
  }
  // Whoever is claimed and not sent, because this ends on its way, comes again when the claim runs out.
  for await (const batch of batchesOf(messages(), sendSize)) {
    const refused = await queue.sendAll(batch);
    for (const { message, fault } of refused) log.error("the queue did not take a sweep", fault, message);
    const refusals = new Set(refused.map(({ message }) => message));
    for (const message of batch) if (!refusals.has(message)) log.info("a sweep was dispatched", message);
    failed += refused.length;
    sent += batch.length - refused.length;
  }
  return { sent, unreadable, failed, unclaimed, overdue };
}

/** A claim moves `dueAt` and leaves `nextSweepAt`, so whoever is claimed again and again without a sweep is seen here. */
function isOverdue({ nextSweepAt, policy }: Member, now: number): boolean {
  return !policy.paused && nextSweepAt < now - overdueMs;
}
