import { sesMail } from "./adapters/mail.ts";
import { digestsQueue, sweepsQueue } from "./adapters/queues.ts";
import { sealedSessions } from "./adapters/sealed.ts";
import { openTable, type Storage, storage } from "./adapters/storage.ts";
import { type World, world } from "./adapters/world.ts";
import type { Config } from "./config.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { BatchQueue } from "./queue/batchQueue.ts";
import type { DigestQueue } from "./queue/digestQueue.ts";
import type { SweepMessage } from "./queue/sweepMessage.ts";
import type { SweepQueue } from "./queue/sweepQueue.ts";
import type { SessionStore } from "./store/sessions.ts";
import { sourceOf } from "./web/border/source.ts";

/** The world as all functions together reach it: in the local stack, through AWS_ENDPOINT_URL_DYNAMODB, _SQS, _SESV2. */
export interface Adapters extends Storage, World {
  readonly sessions: SessionStore;
  readonly queue: SweepQueue & BatchQueue<SweepMessage>;
  readonly digestQueue: DigestQueue;
  readonly mailer: Mailer;
  /** What stands for the place that a request came from. */
  readonly sourceOf: typeof sourceOf;
}

/** Makes every adapter; nothing is reached before it is used. On AWS each function makes those that it needs. */
export function adapters(config: Config): Adapters {
  const table = openTable(config.table);
  return {
    ...storage(table),
    ...world,
    sessions: sealedSessions(table, config.sealing),
    queue: sweepsQueue(config.sweepQueueUrl),
    digestQueue: digestsQueue(config.digestQueueUrl),
    mailer: sesMail(config),
    sourceOf,
  };
}
