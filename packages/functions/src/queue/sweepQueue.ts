import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type SweepMessage, sweepMessage } from "./sweepMessage.ts";

export interface SweepQueue {
  send(message: SweepMessage): Promise<void>;
}

/** @param client made with `useQueueUrlAsEndpoint: false`, so that AWS_ENDPOINT_URL_SQS decides where it goes */
export function sweepQueue(client: SQSClient, queueUrl: string): SweepQueue {
  return {
    send: async (message) => {
      const body = JSON.stringify(sweepMessage.parse(message));
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
    },
  };
}
