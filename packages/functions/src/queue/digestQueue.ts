import type { SQSClient } from "@aws-sdk/client-sqs";
import { type BatchQueue, batchQueue } from "./batchQueue.ts";
import { type DigestMessage, digestMessage } from "./digestMessage.ts";

export type DigestQueue = BatchQueue<DigestMessage>;

/** @param client made with `useQueueUrlAsEndpoint: false`, so that AWS_ENDPOINT_URL_SQS decides where it goes */
export function digestQueue(client: SQSClient, queueUrl: string): DigestQueue {
  return batchQueue(client, queueUrl, (message) => JSON.stringify(digestMessage.parse(message)));
}
