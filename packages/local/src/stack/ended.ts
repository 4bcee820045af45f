import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { maxReceiveCount } from "./queues.ts";

type Work = (event: SQSEvent) => Promise<SQSBatchResponse | undefined>;

/** The function behind a queue, which says of each message when it will not come again: done, or failed for the last time. */
export function tellingEnds(work: Work, onEnded: (record: SQSRecord, failed: boolean) => void): Work {
  return async (event) => {
    let failed: ReadonlySet<string> = new Set(event.Records.map(({ messageId }) => messageId));
    try {
      const answer = await work(event);
      failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      return answer;
    } finally {
      for (const record of event.Records) {
        const last = Number(record.attributes.ApproximateReceiveCount) >= maxReceiveCount;
        const again = failed.has(record.messageId);
        if (!again || last) onEnded(record, again);
      }
    }
  };
}
