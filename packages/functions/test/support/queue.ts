import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { anyKeys } from "./dynamo.ts";

export interface TestQueue {
  readonly endpoint: string;
  /** Of the queue of sweeps. */
  readonly url: string;
  readonly digestUrl: string;
  /** The bodies that a receiver gets now, of the queue of sweeps where none is named. */
  received(queueUrl?: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** An SQS with both queues in this process, on loopback only: the emulator's own start binds every interface. */
export async function startQueue(): Promise<TestQueue> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = new SQSClient({ endpoint, region: "eu-central-1", credentials: anyKeys });
  const made = async (QueueName: string) =>
    (await client.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? "";
  const [url, digestUrl] = [await made("sweeps"), await made("digests")];
  return {
    ...{ endpoint, url, digestUrl },
    received: async (queueUrl = url) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      return Messages.map(({ Body }) => Body ?? "");
    },
    stop: async () => {
      client.destroy();
      await app.close();
    },
  };
}
