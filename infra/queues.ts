const day = 86_400;
/** AWS keeps a message at most this long; a message keeps its age when it is moved to the dead letters. */
const longest = 14 * day;

/** After so many receives a message is a dead letter, as in packages/local/src/stack/queues.ts. */
const maxReceiveCount = 3;

/** How long each worker may take, in seconds. A queue hides a message six times as long, as Lambda asks for. */
export const workerSeconds = { sweep: 900, digest: 120 } as const;

export type Queues = ReturnType<typeof queues>;

/** The queues of work, and where everything ends that nobody could work off. Each is encrypted by SQS's own keys. */
export function queues() {
  const sweepDead = deadLetters("SweepDead");
  const digestDead = deadLetters("DigestDead");
  return {
    sweeps: workQueue("Sweeps", workerSeconds.sweep, sweepDead),
    digests: workQueue("Digests", workerSeconds.digest, digestDead),
    sweepDead,
    digestDead,
    /** What the schedules could not deliver, and what their functions failed at three times. */
    scheduleDead: deadLetters("ScheduleDead"),
    /** Bounces and complaints that nobody could take note of. */
    mailEventDead: deadLetters("MailEventDead"),
  };
}

function deadLetters(name: string): sst.aws.Queue {
  return new sst.aws.Queue(name, {
    transform: { queue: { sqsManagedSseEnabled: true, messageRetentionSeconds: longest } },
  });
}

function workQueue(name: string, seconds: number, dead: sst.aws.Queue): sst.aws.Queue {
  return new sst.aws.Queue(name, {
    visibilityTimeout: `${6 * seconds} seconds`,
    dlq: { queue: dead.arn, retry: maxReceiveCount },
    // Longer than three tries of a sweep (four and a half hours), shorter than the dead letters.
    transform: { queue: { sqsManagedSseEnabled: true, messageRetentionSeconds: 4 * day } },
  });
}

export interface Worker {
  readonly queue: sst.aws.Queue;
  readonly worker: sst.aws.Function;
  readonly batchSize: number;
  /** 2 to 1,000. Lambda takes no more messages than these can carry: where it throttles, each loses one of its tries. */
  readonly atOnce: number;
}

/** Lambda takes messages from the queue for the worker, and puts back those that the worker names as failed. */
export function subscribe(
  name: string,
  { queue, worker, batchSize, atOnce }: Worker,
): aws.lambda.EventSourceMapping {
  return new aws.lambda.EventSourceMapping(`${name}Source`, {
    eventSourceArn: queue.arn,
    functionName: worker.arn,
    batchSize,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: atOnce },
  });
}
