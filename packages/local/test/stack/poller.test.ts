import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Poller, startPoller } from "../../src/stack/poller.ts";
import { makeQueues, type Queues } from "../../src/stack/queues.ts";
import { queueClient } from "../../src/stack/stack.ts";
import { type Supervised, supervise } from "../../src/stack/supervise.ts";
import { newFolder } from "../support/folders.ts";
import { eventually } from "../support/processes.ts";

let emulator: Supervised;
let queues: Queues;
let poller: Poller | undefined;
let lines: string[];
let folder: string;
const startEmulator = () => supervise({ name: "queue", folder, port: 0, report: () => undefined });
const client = () => queueClient(emulator.origin);

// Each test has its own emulator: one that a poller left keeps its long poll, and would take the next test's message.
beforeEach(async () => {
  folder = newFolder();
  emulator = await startEmulator();
  queues = await makeQueues(client(), emulator.origin);
  lines = [];
});
afterEach(async () => {
  await poller?.stop();
  poller = undefined;
  await emulator.stop();
});

type Handler = (event: SQSEvent, signal: AbortSignal) => Promise<SQSBatchResponse | undefined>;
const start = (handler: Handler, batchSize = 1) => {
  poller = startPoller({
    name: "sweep",
    client: client(),
    batchSize,
    queueUrl: queues.sweeps,
    handler,
    visibilitySeconds: 30,
    retrySeconds: 1,
    report: (line) => lines.push(line),
  });
};
const send = (body: string) =>
  client().send(new SendMessageCommand({ QueueUrl: queues.sweeps, MessageBody: body }));
const waitForDead = async () => {
  const { Messages } = await client().send(
    new ReceiveMessageCommand({ QueueUrl: queues.dead, WaitTimeSeconds: 20, VisibilityTimeout: 600 }),
  );
  return Messages?.[0]?.Body;
};
/** Neither waiting nor in hand. */
const emptyNow = async () => {
  const { Attributes } = await client().send(
    new GetQueueAttributesCommand({ QueueUrl: queues.sweeps, AttributeNames: ["All"] }),
  );
  const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: inHand } =
    Attributes ?? {};
  return waiting === "0" && inHand === "0";
};

describe("The poller", () => {
  test("hands over one message at a time, as Lambda does, and deletes what was done", async () => {
    const seen: string[] = [];
    const both = new Promise<void>((resolve) => {
      start(async (event) => {
        seen.push(...event.Records.map(({ body }) => body));
        expect(event.Records).toHaveLength(1);
        if (seen.length === 2) resolve();
        return undefined;
      });
    });
    await send("one");
    await send("two");
    await both;
    await eventually(emptyNow, "the queue is empty");
    expect(seen.toSorted()).toEqual(["one", "two"]);
  });

  test.each<{ how: string; handler: Handler; says: string[] }>([
    {
      how: "reported as a batch item failure",
      handler: async (event) => ({
        batchItemFailures: event.Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
      }),
      says: [],
    },
    {
      how: "thrown over, which is said in one line each time",
      handler: async () => {
        throw new Error("the site is down\n    at somewhere");
      },
      says: Array(3).fill("sweep: the site is down"),
    },
  ])("offers a message three times that is $how, and then lays it aside", async ({ handler, says }) => {
    const counts: string[] = [];
    start(async (event, signal) => {
      counts.push(event.Records[0]?.attributes.ApproximateReceiveCount ?? "");
      return handler(event, signal);
    });
    await send("hopeless");
    expect(await waitForDead()).toBe("hopeless");
    expect(counts).toEqual(["1", "2", "3"]);
    expect(lines).toEqual(says);
  });

  test("deletes a message of which another was reported as failed", async () => {
    const done = new Promise<void>((resolve) => {
      start(async () => {
        resolve();
        return { batchItemFailures: [{ itemIdentifier: "another" }] };
      });
    });
    await send("fine");
    await done;
    await eventually(emptyNow, "the queue is empty");
  });

  test("hands over as many at once as it is told to, and offers those again that the function names", async () => {
    for (const body of ["one", "two", "three"]) await send(body);
    const batches: string[][] = [];
    const all = new Promise<void>((resolve) => {
      start(async ({ Records }) => {
        batches.push(Records.map(({ body }) => body));
        const failed = batches.length === 1 ? Records.filter(({ body }) => body === "two") : [];
        if (batches.length > 1) resolve();
        return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      }, 10);
    });
    await all;
    await eventually(emptyNow, "the queue is empty");
    expect(batches.map((each) => each.toSorted())).toEqual([["one", "three", "two"], ["two"]]);
  });

  test("stops by telling the sweep in hand, waits for it, and leaves the rest to the next start", async () => {
    const events: string[] = [];
    const begun = new Promise<void>((resolve) => {
      start(async (event, signal) => {
        events.push(`begins ${event.Records[0]?.body}`);
        resolve();
        await new Promise<void>((told) => signal.addEventListener("abort", () => told()));
        events.push("finishes its click");
        return undefined;
      });
    });
    await send("long");
    await begun;
    await send("later");
    await poller?.stop();
    expect(events).toEqual(["begins long", "finishes its click"]);
    await emulator.stop();
    emulator = await startEmulator();
    const left = await client().send(
      new ReceiveMessageCommand({
        QueueUrl: queues.sweeps,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ["All"],
      }),
    );
    const bodies = left.Messages?.map(
      ({ Body, Attributes }) => `${Body} ${Attributes?.ApproximateReceiveCount}`,
    );
    expect(bodies?.toSorted()).toEqual(["later 1", "long 1"]);
  });

  test("goes on when the emulator was started again under it", async () => {
    const seen: string[] = [];
    let arrived = (): void => undefined;
    start(async (event) => {
      seen.push(event.Records[0]?.body ?? "");
      arrived();
      return undefined;
    });
    process.kill(emulator.pid() ?? 0, "SIGKILL");
    const second = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await untilSent("after");
    await second;
    expect(seen).toContain("after");
  });
});

async function untilSent(body: string): Promise<void> {
  for (;;) {
    try {
      await send(body);
      return;
    } catch {
      // It is being started.
    }
  }
}
