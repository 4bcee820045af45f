import { setTimeout as pause } from "node:timers/promises";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { oneLine } from "./oneLine.ts";
import { sqsEvent } from "./sqsEvent.ts";

export interface PollerOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** The function behind the queue. The signal is aborted when the stack stops: finish the click in hand, then return. */
  readonly handler: (event: SQSEvent, signal: AbortSignal) => Promise<SQSBatchResponse | undefined>;
  readonly visibilitySeconds: number;
  /** How long a message that failed rests before it is offered again; at least 1, because the emulator loses it at 0. */
  readonly retrySeconds: number;
  /** One line about a failure. */
  readonly report: (line: string) => void;
}

export interface Poller {
  /** Resolves when the message in hand, if there is one, has come to its end. */
  stop(): Promise<void>;
}

/**
 * Stands in for the event source mapping: long polls, batches of one, and what the function reports as failed, or
 * throws over, becomes visible again. The queue itself moves a message to the dead-letter queue.
 */
export function startPoller(options: PollerOptions): Poller {
  const stopping = new AbortController();
  const done = poll(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function poll(options: PollerOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const message = await receive(options, signal);
      failures = 0;
      if (message !== undefined) await handle(options, message, signal);
    } catch (error) {
      if (signal.aborted) return;
      // One failure is the emulator being started again; the supervisor has said so.
      if (++failures === 5) options.report(`queue: ${oneLine(error)}`);
      await pause(Math.min(100 * failures, 2_000), undefined, { signal }).catch(() => undefined);
    }
  }
}

async function receive({ client, queueUrl, visibilitySeconds }: PollerOptions, signal: AbortSignal) {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 1,
    WaitTimeSeconds: 20,
    VisibilityTimeout: visibilitySeconds,
    MessageSystemAttributeNames: ["All"],
  });
  // Hanging up can cost a message its visibility timeout; the next start makes it visible again.
  const { Messages } = await client.send(command, { abortSignal: signal });
  return Messages?.[0];
}

async function handle(options: PollerOptions, message: Message, signal: AbortSignal): Promise<void> {
  const { client, queueUrl, visibilitySeconds } = options;
  const key = { QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle };
  const visibleIn = (seconds: number) =>
    client.send(new ChangeMessageVisibilityCommand({ ...key, VisibilityTimeout: seconds }));
  const prolong = setInterval(
    () => void visibleIn(visibilitySeconds).catch(() => undefined),
    visibilitySeconds * 333,
  );
  const taken = await succeeds(options, message, signal);
  clearInterval(prolong);
  // When the stack stops, the sweep was perhaps cut short, so its message stays in hand: the next start frees it and does
  // not count the receive. Where the sweep had come to its end, the function finds that nothing is due.
  if (signal.aborted) return;
  if (taken) await client.send(new DeleteMessageCommand(key));
  else await visibleIn(Math.max(1, options.retrySeconds));
}

async function succeeds(options: PollerOptions, message: Message, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await options.handler(sqsEvent(message), signal);
    return !answer?.batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === message.MessageId);
  } catch (error) {
    options.report(`sweep: ${oneLine(error)}`);
    return false;
  }
}
