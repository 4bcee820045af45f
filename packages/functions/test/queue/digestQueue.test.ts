import { type SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { type DigestMessage, digestMessageIn } from "../../src/queue/digestMessage.ts";
import { digestQueue } from "../../src/queue/digestQueue.ts";
import { localAws, setEnvironment } from "../support/environment.ts";
import { startQueue } from "../support/queue.ts";

const message = (n: number): DigestMessage => ({ kind: "digest", memberId: `m${n}`, runId: `r${n}` });
const messages = (count: number) => Array.from({ length: count }, (_, n) => message(n));

test("any number of messages gets onto the queue, each with the member and the run and nothing else", async () => {
  const sqs = await startQueue();
  try {
    setEnvironment({ ...localAws, AWS_ENDPOINT_URL_SQS: sqs.endpoint });
    const queue = digestQueue(new SQSClient({ useQueueUrlAsEndpoint: false }), sqs.digestUrl);
    expect(await queue.sendAll(messages(23))).toEqual([]);
    expect(await queue.sendAll([])).toEqual([]);
    const bodies: string[] = [];
    for (let tries = 0; tries < 10 && bodies.length < 23; tries++)
      bodies.push(...(await sqs.received(sqs.digestUrl)));
    expect(bodies.map((body) => digestMessageIn(body)?.memberId).toSorted()).toEqual(
      messages(23)
        .map(({ memberId }) => memberId)
        .toSorted(),
    );
    const extra = { ...message(1), email: "ada@example.org" };
    await expect(queue.sendAll([extra])).rejects.toThrow();
    expect(await sqs.received(sqs.digestUrl)).toEqual([]);
  } finally {
    await sqs.stop();
  }
});

test("those that the queue refuses, singly or with their whole request, are named, and the others are sent", async () => {
  const sent: string[] = [];
  const send = async (command: SendMessageBatchCommand) => {
    const { Entries = [] } = command.input;
    if (Entries.some(({ MessageBody }) => MessageBody?.includes("m14"))) throw new Error("the line is dead");
    const Failed = Entries.filter(({ MessageBody }) => MessageBody?.includes('"m3"'));
    sent.push(
      ...Entries.filter((entry) => !Failed.includes(entry)).map(({ MessageBody = "" }) => MessageBody),
    );
    return { Failed: Failed.map(({ Id }) => ({ Id, Code: "InternalError", SenderFault: false })) };
  };
  const queue = digestQueue({ send } as unknown as SQSClient, "https://sqs.example/digests");
  const refused = await queue.sendAll(messages(25));
  expect(refused.map(({ message: { memberId } }) => memberId)).toEqual([
    ...["m3", "m10", "m11", "m12", "m13", "m14", "m15", "m16", "m17", "m18", "m19"],
  ]);
  expect(refused[0]?.fault).toMatchObject({ actor: "us", retry: true });
  expect(sent).toHaveLength(14);
});

test("what is not ours on the queue is no message", () => {
  for (const poison of [
    ...[
      "",
      "{",
      "null",
      '{"kind":"digest","memberId":"m1"}',
      '{"kind":"sweep","memberId":"m1","runId":"r1"}',
    ],
    '{"kind":"digest","memberId":"m1","runId":"r1","email":"ada@example.org"}',
  ])
    expect(digestMessageIn(poison)).toBeNull();
});
