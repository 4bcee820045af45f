import type { Message } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { region } from "./environment.ts";

/** A received message as Lambda hands it to a function. */
export function sqsEvent(message: Message): SQSEvent {
  const attributes = message.Attributes ?? {};
  return {
    Records: [
      {
        messageId: message.MessageId ?? "",
        receiptHandle: message.ReceiptHandle ?? "",
        body: message.Body ?? "",
        attributes: {
          ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? "1",
          SentTimestamp: attributes.SentTimestamp ?? "0",
          SenderId: attributes.SenderId ?? "local",
          ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? "0",
        },
        messageAttributes: {},
        md5OfBody: message.MD5OfBody ?? "",
        eventSource: "aws:sqs",
        eventSourceARN: `arn:aws:sqs:${region}:000000000000:sweeps`,
        awsRegion: region,
      },
    ],
  };
}
