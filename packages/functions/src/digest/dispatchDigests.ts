import { batchesOf } from "../batches.ts";
import type { Log } from "../log/log.ts";
import { sendSize } from "../queue/batchQueue.ts";
import type { DigestMessage } from "../queue/digestMessage.ts";
import type { DigestQueue } from "../queue/digestQueue.ts";
import type { Listed } from "../store/due.ts";
import { dueShards } from "../store/table.ts";
import { isToBeTold } from "./toldByRecord.ts";

export interface DigestDispatchPorts {
  /** Every member, from this shard of the index on and round to it. */
  readonly everyMember: (firstShard: number) => AsyncIterable<Listed>;
  readonly digestQueue: DigestQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRunId: () => string;
  readonly log: Log;
}

export interface DigestsDispatched {
  readonly sent: number;
  /** Records that can't be read; their members are told nothing, the others are. */
  readonly unreadable: number;
  /** The queue did not take the message: they come again with the next run. */
  readonly failed: number;
  /** Whether time was left for everybody. */
  readonly whole: boolean;
}

/**
 * One message for each member for whom something is to be told by their record. It writes nothing, so two runs at once
 * send two messages: the worker opens each week and each problem once, and to the second message nothing is left to say.
 * @param isLate whether the time is up; whoever is left comes with the next run
 */
export async function dispatchDigests(
  { everyMember, digestQueue, now, newRunId, log }: DigestDispatchPorts,
  isLate: () => boolean,
): Promise<DigestsDispatched> {
  let [sent, unreadable, failed, whole] = [0, 0, 0, true];
  async function* messages(): AsyncGenerator<DigestMessage> {
    for await (const listed of everyMember(firstShard(now()))) {
      if (isLate()) {
        whole = false;
        return;
      }
      if (!listed.ok) {
        unreadable++;
        log.error("a member's record cannot be read", listed.fault, { memberId: listed.memberId });
      } else if (isToBeTold(listed.member, now()))
        yield { kind: "digest", memberId: listed.member.id, runId: newRunId() };
    }
  }
  for await (const batch of batchesOf(messages(), sendSize)) {
    const refused = await digestQueue.sendAll(batch);
    for (const { message, fault } of refused) log.error("the queue did not take a digest", fault, message);
    const refusals = new Set(refused.map(({ message }) => message));
    for (const message of batch) if (!refusals.has(message)) log.info("a digest was dispatched", message);
    failed += refused.length;
    sent += batch.length - refused.length;
  }
  return { sent, unreadable, failed, whole };
}

/** Each hour begins with another part, so that it is not always the same members who are left where the time is short. */
function firstShard(now: number): number {
  return Math.floor(now / 3_600_000) % dueShards;
}
