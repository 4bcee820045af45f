import { SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { sweepMessageIn } from "../../src/queue/sweepMessage.ts";
import { sweepQueue } from "../../src/queue/sweepQueue.ts";
import { localAws, setEnvironment } from "../support/environment.ts";
import { startQueue } from "../support/queue.ts";

test("a message carries the member and the run, and nothing that anybody could act with", async () => {
  const sqs = await startQueue();
  try {
    setEnvironment({ ...localAws, AWS_ENDPOINT_URL_SQS: sqs.endpoint });
    const queue = sweepQueue(new SQSClient({ useQueueUrlAsEndpoint: false }), sqs.url);
    const extra = { kind: "sweep" as const, memberId: "m1", runId: "r1", session: { cookies: [] } };
    await expect(queue.send(extra)).rejects.toThrow();
    await queue.send({ kind: "sweep" as const, memberId: "m1", runId: "r1" });
    const bodies = await sqs.received();
    expect(bodies).toEqual(['{"kind":"sweep","memberId":"m1","runId":"r1"}']);
    expect(sweepMessageIn(bodies[0] ?? "")).toEqual({ kind: "sweep", memberId: "m1", runId: "r1" });
  } finally {
    await sqs.stop();
  }
});

test("what is not ours on the queue is no message", () => {
  for (const poison of [
    "",
    "{",
    "null",
    '{"kind":"sweep","memberId":"m1"}',
    '{"kind":"sweep","memberId":"m1","runId":"r1","li_at":"x"}',
  ]) {
    expect(sweepMessageIn(poison)).toBeNull();
  }
});
