import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { DigestMessage } from "../../src/queue/digestMessage.ts";
import type { DigestQueue } from "../../src/queue/digestQueue.ts";

type Work = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

export const lambda = { getRemainingTimeInMillis: () => 600_000 } as Context;

/** Messages as the function behind a queue gets them. */
export function sqsBatch(bodies: readonly string[]): SQSEvent {
  return { Records: bodies.map((body, i) => ({ messageId: `message-${i}`, body }) as SQSRecord) };
}

/** A queue in memory: it keeps no order, may give a message twice, and gives back three times at most what failed. */
export function memoryQueue() {
  const waiting: { body: string; receives: number }[] = [];
  const queue: DigestQueue = {
    sendAll: async (messages: readonly DigestMessage[]) => {
      waiting.push(...messages.map((message) => ({ body: JSON.stringify(message), receives: 0 })));
      return [];
    },
  };
  /** Hands over what waits, each message so many times at once, to as many workers. */
  const deliver = async (work: Work, copies = 1): Promise<void> => {
    const deliveries = waiting.splice(0).flatMap((message) => Array<typeof message>(copies).fill(message));
    await Promise.all(
      deliveries.map(async (message) => {
        const answer = await work(sqsBatch([message.body]), lambda).catch(() => null);
        const again = answer === null || answer.batchItemFailures.length > 0;
        if (again && ++message.receives < 3 && !waiting.includes(message)) waiting.push(message);
      }),
    );
  };
  return { queue, waiting, deliver };
}
