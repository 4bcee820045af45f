import { rmSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { tableDefinition } from "@lapse/functions/store/table";
import type { DataDirectory } from "./dataDirectory.ts";
import { localCredentials, region, tableName } from "./environment.ts";
import { StackFailed } from "./errors.ts";
import type { Ports } from "./ports.ts";
import { makeQueues, type Queues } from "./queues.ts";
import { releaseHolds } from "./releaseHolds.ts";
import { type Supervised, supervise } from "./supervise.ts";
import { makeTable } from "./table.ts";

/** DynamoDB, SQS and SES on this computer: loopback only, everything on disk under the data directory. */
export interface Stack {
  readonly database: Supervised;
  readonly queue: Supervised;
  readonly mail: Supervised;
  readonly queues: Queues;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly data: DataDirectory;
  readonly ports: Ports;
  readonly report: (line: string) => void;
}

/** Resolves when all three answer and the table and queues are there; leaves no process behind when it throws. */
export async function startStack({ data, ports, report }: StackOptions): Promise<Stack> {
  const start = (name: "database" | "queue" | "mail") =>
    supervise({ name, folder: join(data.path, name), port: ports[name] ?? 0, report });
  const begun = await Promise.allSettled([startDatabase(data, ports, report), start("queue"), start("mail")]);
  const running = begun.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
  };
  const [database, queue, mail] = running;
  const failed = begun.find((one) => one.status === "rejected");
  if (failed !== undefined || database === undefined || queue === undefined || mail === undefined) {
    await stop();
    throw failed?.reason;
  }
  try {
    const queues = await withQueueClient(queue.origin, (client) => makeQueues(client, queue.origin));
    return { database, queue, mail, queues, stop };
  } catch (cause) {
    await stop();
    throw new StackFailed("The queue emulator does not make its queues", { cause });
  }
}

/** The database alone, with its table. */
export async function startDatabase(
  data: DataDirectory,
  ports: Ports,
  report: StackOptions["report"],
): Promise<Supervised> {
  const folder = join(data.path, "database");
  for (const mayRemake of [true, false]) {
    const database = await supervise({ name: "database", folder, port: ports.database ?? 0, report });
    const client = new DynamoDBClient({ ...access, endpoint: database.origin });
    try {
      if (await makeTable(client, tableName, tableDefinition)) {
        await releaseHolds(client, tableName);
        return database;
      }
    } catch (cause) {
      await database.stop();
      throw new StackFailed("The database emulator does not make its table", { cause });
    } finally {
      client.destroy();
    }
    await database.stop();
    if (mayRemake) rmSync(folder, { recursive: true });
  }
  throw new StackFailed(`The table in ${folder} never becomes usable`);
}

const access = {
  region,
  credentials: {
    accessKeyId: localCredentials.AWS_ACCESS_KEY_ID,
    secretAccessKey: localCredentials.AWS_SECRET_ACCESS_KEY,
  },
};

/** A client for the queues; the URL's own host is of no account. */
export function queueClient(endpoint: string): SQSClient {
  return new SQSClient({ ...access, endpoint, useQueueUrlAsEndpoint: false });
}

async function withQueueClient<T>(endpoint: string, use: (client: SQSClient) => Promise<T>): Promise<T> {
  const client = queueClient(endpoint);
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
}
