import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Adapters, adapters } from "@lapse/functions/adapters";
import { openTable } from "@lapse/functions/adapters/storage";
import type { Table } from "@lapse/functions/store/table";
import { openDataDirectory } from "@lapse/local/stack/dataDirectory";
import { enterEnvironment, localCredentials, tableName } from "@lapse/local/stack/environment";
import { queueClient, type Stack, startStack } from "@lapse/local/stack/stack";
import { type Replica, startReplica } from "@lapse/replica/replica";
import type { FunctionName } from "../../infra/bundling.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { type KeyService, startKeyService } from "./keyService.ts";
import { writeLinks } from "./links.ts";
import { type RunningFunction, run } from "./running.ts";
import { say } from "./say.ts";

export const pagesOrigin = "https://lapse.example.org";
export const mailFrom = "Lapse <digest@lapse.example>";
export const configurationSet = "lapse-check";

/** As infra/functions.ts buys it. */
const memoryMb: Readonly<Record<FunctionName, number>> = {
  ...{ Dispatch: 512, DigestDispatch: 512, Sweep: 2_048, Digest: 512, Web: 1_024, MailEvents: 256 },
};

/** Everything that the functions reach, on loopback, and a way to start each of them in it. */
export interface Surroundings {
  readonly stack: Stack;
  readonly replica: Replica;
  readonly keys: KeyService;
  readonly table: Table;
  /** The same stores that the functions use, reached from this process as its caller `Check`. */
  readonly adapters: Adapters;
  readonly queues: ReturnType<typeof queueClient>;
  /** Its folder is removed at the end, with each function's temporary directory in it. */
  readonly folder: string;
  /** @param more variables beside those of the infrastructure */
  start(name: FunctionName, more?: Readonly<Record<string, string>>): Promise<RunningFunction>;
  /** The last faults that the functions wrote to their logs: for whoever has to find out why a check failed. */
  faults(): readonly string[];
  stop(): Promise<void>;
}

/** @param client the file of the runtime interface client */
export async function surroundings(client: string): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), "lapse-lambda-"));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const keys = await startKeyService({
      ...{
        Web: ["GenerateDataKey"],
        Sweep: ["GenerateDataKey", "Decrypt"],
        Check: ["GenerateDataKey", "Decrypt"],
      },
    });
    undo.push(keys.stop);
    const replica = await startReplica();
    undo.push(replica.close);
    const stack = await startStack({ data: openDataDirectory(join(folder, "data")), ports: {}, report: say });
    undo.push(stack.stop);
    const endpoints = {
      AWS_ENDPOINT_URL_DYNAMODB: stack.database.origin,
      AWS_ENDPOINT_URL_SQS: stack.queue.origin,
      AWS_ENDPOINT_URL_SESV2: stack.mail.origin,
      AWS_ENDPOINT_URL_KMS: keys.origin,
    };
    const environmentOf = (caller: string) => ({
      ...localCredentials,
      ...endpoints,
      AWS_ACCESS_KEY_ID: caller,
    });
    enterEnvironment(environmentOf("Check"));
    const links = {
      MemberTable: { name: tableName },
      SweepQueue: { url: stack.queues.sweeps },
      DigestQueue: { url: stack.queues.digests },
      SessionKey: { arn: keys.keyArn },
      Mail: { from: mailFrom, configurationSet },
      Pages: { origin: pagesOrigin },
      Site: { origin: replica.origin },
    };
    const bundles = new Map<FunctionName, Bundle>();
    const started: RunningFunction[] = [];
    const queues = queueClient(stack.queue.origin);
    undo.push(() => queues.destroy());
    return {
      ...{ stack, replica, keys, folder, queues, stop, table: openTable(tableName) },
      adapters: adapters({
        ...{ table: tableName, sweepQueueUrl: stack.queues.sweeps, digestQueueUrl: stack.queues.digests },
        ...{ mailFrom, mailConfigurationSet: configurationSet, webOrigin: pagesOrigin, site: replica.origin },
        sealing: { kind: "kms", keyArn: keys.keyArn },
      }),
      faults: () => started.flatMap((each) => faultsIn(each)).slice(-mostFaults),
      start: async (name, more = {}) => {
        const made = bundles.get(name) ?? (await bundle(name));
        bundles.set(name, made);
        const running = await run({
          ...{ client, bundle: made, memoryMb: memoryMb[name], folder },
          environment: { ...environmentOf(name), ...writeLinks(made.folder, links), ...more },
        });
        undo.push(running.stop);
        started.push(running);
        return running;
      },
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

const mostFaults = 5;

function faultsIn({ name, log }: RunningFunction): string[] {
  const lines = log()
    .split("\n")
    .filter((line) => /"level":"(?:ERROR|WARN)"|^\S+\s+\S+\s+ERROR/.test(line));
  // The poison messages are meant to be told of.
  return lines.filter((line) => !line.includes("is none of ours")).map((line) => `${name}: ${line}`);
}
