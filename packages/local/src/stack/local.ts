import { join } from "node:path";
import { sweepMessageIn } from "@lapse/functions/queue/sweepMessage";
import { type Replica, startReplica } from "@lapse/replica/replica";
import type { DataDirectory } from "./dataDirectory.ts";
import { enterEnvironment, stackEnvironment } from "./environment.ts";
import type { FunctionOptions, Functions } from "./functions.ts";
import { type Poller, startPoller } from "./poller.ts";
import { rememberedPorts, rememberPorts } from "./ports.ts";
import { maxReceiveCount, visibilitySeconds } from "./queues.ts";
import { type Schedules, startSchedules } from "./schedules.ts";
import { serve } from "./serve.ts";
import { queueClient, startStack } from "./stack.ts";

/** Lapse on this computer: the emulators, the functions, the pages, and the replica in LinkedIn's place. */
export interface Local {
  readonly functions: Functions;
  readonly replica: Replica;
  readonly addresses: { readonly form: string; readonly inbox: string; readonly replica: string };
  readonly schedules: Schedules;
  stop(): Promise<void>;
}

export interface LocalOptions extends FunctionOptions {
  readonly data: DataDirectory;
  /** A message has ended: its sweep was done or not needed, or it failed for the last time. */
  readonly onMessageEnded: (memberId: string | null, failed: boolean) => void;
}

const retrySeconds = 5;

/** Starts everything, and undoes it all when any part does not start. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const { data, report } = options;
  const ports = rememberedPorts(data.path);
  const undo: (() => Promise<void>)[] = [];
  const ending = new AbortController();
  const stop = async () => {
    ending.abort();
    for (const step of undo.splice(0).reverse()) await step();
  };
  // The functions' modules take as long to load as the emulators take to start.
  const code = import("./functions.ts");
  try {
    const stack = await startStack({ data, ports, report });
    undo.push(stack.stop);
    const replica = await openReplica(join(data.path, "replica.json"), ports.replica ?? 0);
    undo.push(replica.close);
    let functions: Functions | undefined;
    const form = await serve(
      () => functions?.web.fetch ?? (() => new Response("Starting", { status: 503 })),
      ports.form ?? 0,
    );
    undo.push(form.stop);
    enterEnvironment(
      stackEnvironment({
        ...{ database: stack.database.origin, queue: stack.queue.origin, mail: stack.mail.origin },
        ...{
          sweepQueueUrl: stack.queues.sweeps,
          form: form.origin,
          site: replica.origin,
          keyFile: data.keyFile,
        },
      }),
    );
    functions = (await code).makeFunctions({
      ...options,
      signal: AbortSignal.any([options.signal, ending.signal]),
    });
    const client = queueClient(stack.queue.origin);
    const poller = startPoller({
      ...{ client, queueUrl: stack.queues.sweeps, visibilitySeconds, retrySeconds, report },
      handler: sweepHandler(functions, options),
    });
    const { dispatch, digest } = functions;
    const schedules = startSchedules(
      [
        { name: "dispatch", pattern: "0 * * * *", run: dispatch },
        { name: "digest", pattern: "0 * * * *", run: digest },
      ],
      report,
    );
    undo.push(() => settle(poller, schedules));
    rememberPorts(data.path, {
      ...{ database: stack.database.port, queue: stack.queue.port, mail: stack.mail.port, form: form.port },
      replica: Number(new URL(replica.origin).port),
    });
    const addresses = { form: form.origin, inbox: stack.mail.origin, replica: `${replica.origin}/replica` };
    return { functions, replica, addresses, schedules, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything that uses the emulators comes to its end before they do. */
async function settle(poller: Poller, schedules: Schedules): Promise<void> {
  await Promise.all([poller.stop(), schedules.stop()]);
}

function openReplica(dataFile: string, port: number): Promise<Replica> {
  return startReplica({ dataFile, port }).catch((error: unknown) => {
    if (port !== 0 && error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      return startReplica({ dataFile });
    throw error;
  });
}

/** The sweep function behind the queue; says when a message will not come again. */
function sweepHandler(functions: Functions, { onMessageEnded }: LocalOptions) {
  return async (event: Parameters<Functions["sweep"]>[0]) => {
    const answer = await functions.sweep(event);
    for (const record of event.Records) {
      const failed =
        answer?.batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === record.messageId) ?? false;
      const last = Number(record.attributes.ApproximateReceiveCount) >= maxReceiveCount;
      if (!failed || last) onMessageEnded(sweepMessageIn(record.body)?.memberId ?? null, failed);
    }
    return answer;
  };
}
