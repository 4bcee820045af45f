import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { anyKeys } from "./dynamo.ts";

export interface TestQueue {
  readonly endpoint: string;
  readonly url: string;
  /** The bodies that a receiver gets now. */
  received(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** An SQS with one queue in this process, on loopback only: the emulator's own start binds every interface. */
export async function startQueue(): Promise<TestQueue> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = new SQSClient({ endpoint, region: "eu-central-1", credentials: anyKeys });
  const { QueueUrl: url = "" } = await client.send(new CreateQueueCommand({ QueueName: "sweeps" }));
  return {
    ...{ endpoint, url },
    received: async () => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
      );
      return Messages.map(({ Body }) => Body ?? "");
    },
    stop: async () => {
      client.destroy();
      await app.close();
    },
  };
}
