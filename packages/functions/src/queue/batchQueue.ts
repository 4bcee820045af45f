import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { LapseError } from "@lapse/core/errors";

/** A message that the queue did not take, or of which it is not known whether it did. */
export interface Refused<Message> {
  readonly message: Message;
  readonly fault: unknown;
}

/** Takes many messages at once; resolves to those that the queue did not take. */
export interface BatchQueue<Message> {
  sendAll(messages: readonly Message[]): Promise<readonly Refused<Message>[]>;
}

/** As many as SQS takes in one request. */
export const sendSize = 10;

/** One message of a request that was otherwise carried out: SQS answers 200 and names it. */
export class MessageRefused extends LapseError {
  override readonly name = "MessageRefused";

  constructor(code: string, ours: boolean) {
    super(`The queue did not take a message: ${code}.`, { actor: "us", retry: !ours });
  }
}

/** @param bodyOf refuses by a throw what does not belong on the queue */
export function batchQueue<Message>(
  client: SQSClient,
  QueueUrl: string,
  bodyOf: (message: Message) => string,
): BatchQueue<Message> {
  const sendSome = async (messages: readonly Message[]): Promise<readonly Refused<Message>[]> => {
    const Entries = messages.map((message, index) => ({ Id: String(index), MessageBody: bodyOf(message) }));
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      return messages.flatMap((message, index) => {
        const failed = Failed.find(({ Id }) => Id === String(index));
        if (failed === undefined) return [];
        return [
          { message, fault: new MessageRefused(failed.Code ?? "unknown", failed.SenderFault ?? false) },
        ];
      });
    } catch (fault) {
      return messages.map((message) => ({ message, fault }));
    }
  };
  return {
    sendAll: async (messages) => {
      const refused: Refused<Message>[] = [];
      for (let from = 0; from < messages.length; from += sendSize)
        refused.push(...(await sendSome(messages.slice(from, from + sendSize))));
      return refused;
    },
  };
}
