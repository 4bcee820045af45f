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
  /** Of the function, for what is said about it. */
  readonly name: string;
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** The most messages that the function gets at once, 1 to 10, as the mapping on AWS has it. */
  readonly batchSize: number;
  /** The function behind the queue. The signal is aborted when the stack stops: finish the click in hand, then return. */
  readonly handler: (event: SQSEvent, signal: AbortSignal) => Promise<SQSBatchResponse | undefined>;
  readonly visibilitySeconds: number;
  /** How long a message that failed rests before it is offered again; at least 1, because the emulator loses it at 0. */
  readonly retrySeconds: number;
  /** One line about a failure. */
  readonly report: (line: string) => void;
}

export interface Poller {
  /** Resolves when what is in hand has come to its end. */
  stop(): Promise<void>;
}

/**
 * Stands in for the event source mapping: long polls, and what the function reports as failed, or a batch
 * that it throws over, becomes visible again. The queue itself moves a message to the dead-letter queue.
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
      const messages = await receive(options, signal);
      failures = 0;
      if (messages.length > 0) await handle(options, messages, signal);
    } catch (error) {
      if (signal.aborted) return;
      // One failure is the emulator being started again; the supervisor has said so.
      if (++failures === 5) options.report(`queue: ${oneLine(error)}`);
      await pause(Math.min(100 * failures, 2_000), undefined, { signal }).catch(() => undefined);
    }
  }
}

async function receive(
  { client, queueUrl, batchSize, visibilitySeconds }: PollerOptions,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: batchSize,
    WaitTimeSeconds: 20,
    VisibilityTimeout: visibilitySeconds,
    MessageSystemAttributeNames: ["All"],
  });
  // Hanging up can cost a message its visibility timeout; the next start makes it visible again.
  const { Messages = [] } = await client.send(command, { abortSignal: signal });
  return Messages;
}

async function handle(
  options: PollerOptions,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<void> {
  const { client, queueUrl, visibilitySeconds } = options;
  const keyOf = ({ ReceiptHandle }: Message) => ({ QueueUrl: queueUrl, ReceiptHandle });
  const visibleIn = (message: Message, seconds: number) =>
    client.send(new ChangeMessageVisibilityCommand({ ...keyOf(message), VisibilityTimeout: seconds }));
  const prolong = setInterval(() => {
    for (const message of messages) void visibleIn(message, visibilitySeconds).catch(() => undefined);
  }, visibilitySeconds * 333);
  const failed = await failedOf(options, messages, signal);
  clearInterval(prolong);
  // When the stack stops, the work was perhaps cut short, so its message stays in hand: the next start frees it and does
  // not count the receive. Where the work had come to its end, the function finds that nothing is due.
  if (signal.aborted) return;
  for (const message of messages) {
    if (failed.has(message)) await visibleIn(message, Math.max(1, options.retrySeconds));
    else await client.send(new DeleteMessageCommand(keyOf(message)));
  }
}

/** Those of the batch that have to come again: the function names them, or throws over all of them. */
async function failedOf(
  options: PollerOptions,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<ReadonlySet<Message>> {
  try {
    const answer = await options.handler(sqsEvent(messages, options.queueUrl), signal);
    const named = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return new Set(messages.filter(({ MessageId }) => named.has(MessageId ?? "")));
  } catch (error) {
    options.report(`${options.name}: ${oneLine(error)}`);
    return new Set(messages);
  }
}
