import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { sqsEvent } from "@lapse/local/stack/sqsEvent";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { RunningFunction } from "./running.ts";
import type { Invocation } from "./runtimeApi.ts";
import { must } from "./say.ts";
import type { Surroundings } from "./surroundings.ts";

/** Takes everything off a queue, as the event source mapping would, and deletes it there. */
export async function received({ queues }: Surroundings, QueueUrl: string): Promise<SQSRecord[]> {
  const records: SQSRecord[] = [];
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ["All"] }),
    );
    if (Messages.length === 0) return records;
    records.push(...sqsEvent(Messages, QueueUrl).Records);
    for (const { ReceiptHandle } of Messages)
      await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  }
}

/** A message of ours, as it would come off the queue. */
export function recordOf(message: object, queueUrl: string): SQSRecord {
  const [record] = sqsEvent(
    [{ MessageId: crypto.randomUUID(), Body: JSON.stringify(message) }],
    queueUrl,
  ).Records;
  must(record !== undefined, "a message makes a record");
  return record;
}

/** Hands records to a worker, which is told that it has the 15 minutes that it has on AWS; resolves to how long it took, and the ids of those that it gives back. */
export async function work(
  worker: RunningFunction,
  records: readonly SQSRecord[],
  withinMs?: number,
): Promise<{ readonly ms: number; readonly back: readonly string[] }> {
  const event: SQSEvent = { Records: [...records] };
  const invocation = await worker.invoke(event, 900_000, withinMs);
  const answer = answered(worker, invocation) as SQSBatchResponse;
  return { ms: invocation.ms, back: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

/** What a function answered; it must not have failed. */
export function answered(running: RunningFunction, invocation: Invocation): unknown {
  must(invocation.kind === "answered", `${running.name} answers`, invocation);
  return invocation.answer;
}
