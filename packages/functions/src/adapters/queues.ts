import { SQSClient } from "@aws-sdk/client-sqs";
import type { BatchQueue } from "../queue/batchQueue.ts";
import { type DigestQueue, digestQueue } from "../queue/digestQueue.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import { type SweepQueue, sweepQueue } from "../queue/sweepQueue.ts";

/** A client for the queues, reached through AWS_ENDPOINT_URL_SQS where that is set. */
function sqsClient(): SQSClient {
  // The queue's URL names its host as AWS sees it; where it is reached is for the endpoint to say.
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}

export function sweepsQueue(url: string): SweepQueue & BatchQueue<SweepMessage> {
  return sweepQueue(sqsClient(), url);
}

export function digestsQueue(url: string): DigestQueue {
  return digestQueue(sqsClient(), url);
}
