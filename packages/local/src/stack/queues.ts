import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

export interface Queues {
  readonly sweeps: string;
  readonly dead: string;
}

/** After so many receives a message goes to the dead-letter queue; the infrastructure has the same number. */
export const maxReceiveCount = 3;
/** The poller prolongs it for as long as a sweep runs. */
export const visibilitySeconds = 60;

/** Makes the queue of sweeps and its dead-letter queue, or finds them as an earlier run left them. */
export async function makeQueues(client: SQSClient, origin: string): Promise<Queues> {
  // The emulator looks only at the name in a queue's URL, but it keeps the URL of the run that made the queue.
  const url = (name: string) => `${origin}/000000000000/${name}`;
  await client.send(new CreateQueueCommand({ QueueName: "sweeps-dead" }));
  await client.send(new CreateQueueCommand({ QueueName: "sweeps" }));
  const queues = { sweeps: url("sweeps"), dead: url("sweeps-dead") };
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queues.dead, AttributeNames: ["QueueArn"] }),
  );
  await client.send(
    new SetQueueAttributesCommand({
      QueueUrl: queues.sweeps,
      Attributes: {
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: Attributes?.["QueueArn"], maxReceiveCount }),
      },
    }),
  );
  return queues;
}
