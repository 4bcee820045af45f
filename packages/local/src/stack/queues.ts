import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

export interface Queues {
  readonly sweeps: string;
  readonly dead: string;
  readonly digests: string;
  readonly deadDigests: string;
}

/** After so many receives a message goes to the dead-letter queue; the infrastructure has the same number. */
export const maxReceiveCount = 3;
/** The poller prolongs it for as long as a function runs. */
export const visibilitySeconds = 60;

/** Makes the queues of sweeps and of digests, each with its dead-letter queue, or finds them as an earlier run left them. */
export async function makeQueues(client: SQSClient, origin: string): Promise<Queues> {
  const sweeps = await makeQueue(client, origin, "sweeps");
  const digests = await makeQueue(client, origin, "digests");
  return { sweeps: sweeps.url, dead: sweeps.dead, digests: digests.url, deadDigests: digests.dead };
}

async function makeQueue(
  client: SQSClient,
  origin: string,
  name: string,
): Promise<{ url: string; dead: string }> {
  // The emulator looks only at the name in a queue's URL, but it keeps the URL of the run that made the queue.
  const url = `${origin}/000000000000/${name}`;
  const dead = `${url}-dead`;
  await client.send(new CreateQueueCommand({ QueueName: `${name}-dead` }));
  await client.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ["QueueArn"] }),
  );
  await client.send(
    new SetQueueAttributesCommand({
      QueueUrl: url,
      Attributes: {
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: Attributes?.["QueueArn"], maxReceiveCount }),
      },
    }),
  );
  return { url, dead };
}
