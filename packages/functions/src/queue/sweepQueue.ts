import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type BatchQueue, batchQueue } from "./batchQueue.ts";
import { type SweepMessage, sweepMessage } from "./sweepMessage.ts";

export interface SweepQueue {
  send(message: SweepMessage): Promise<void>;
}

/** @param client made with `useQueueUrlAsEndpoint: false`, so that AWS_ENDPOINT_URL_SQS decides where it goes */
export function sweepQueue(client: SQSClient, queueUrl: string): SweepQueue & BatchQueue<SweepMessage> {
  const bodyOf = (message: SweepMessage) => JSON.stringify(sweepMessage.parse(message));
  return {
    ...batchQueue(client, queueUrl, bodyOf),
    send: async (message) => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: bodyOf(message) }));
    },
  };
}
