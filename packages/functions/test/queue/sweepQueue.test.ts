import { SQSClient } from "@aws-sdk/client-sqs";
import { startFauxqs } from "fauxqs";
import { expect, test } from "vitest";
import { sweepMessageIn } from "../../src/queue/sweepMessage.ts";
import { sweepQueue } from "../../src/queue/sweepQueue.ts";
import { localAws, setEnvironment } from "../support/environment.ts";

test("a message carries the member and the run, and nothing that anybody could act with", async () => {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  try {
    setEnvironment({ ...localAws, AWS_ENDPOINT_URL_SQS: server.address });
    const { queueUrl } = server.createQueue("sweeps", { region: "eu-central-1" });
    const queue = sweepQueue(new SQSClient({ useQueueUrlAsEndpoint: false }), queueUrl);
    const extra = { memberId: "m1", runId: "r1", session: { cookies: [] } };
    await expect(queue.send(extra)).rejects.toThrow();
    await queue.send({ memberId: "m1", runId: "r1" });
    const bodies = server.inspectQueue("sweeps")?.messages.ready.map((message) => message.body);
    expect(bodies).toEqual(['{"memberId":"m1","runId":"r1"}']);
    expect(sweepMessageIn(bodies?.[0] ?? "")).toEqual({ memberId: "m1", runId: "r1" });
    for (const poison of [
      "",
      "{",
      "null",
      '{"memberId":"m1"}',
      '{"memberId":"m1","runId":"r1","li_at":"x"}',
    ]) {
      expect(sweepMessageIn(poison)).toBeNull();
    }
  } finally {
    await server.stop();
  }
});
