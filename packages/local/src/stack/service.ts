import { sweepMessageIn } from "@lapse/functions/queue/sweepMessage";
import { tellingEnds } from "./ended.ts";
import { enterEnvironment, stackEnvironment } from "./environment.ts";
import type { FunctionOptions, Functions } from "./functions.ts";
import { type Poller, startPoller } from "./poller.ts";
import { rememberedPorts, rememberPorts } from "./ports.ts";
import { visibilitySeconds } from "./queues.ts";
import type { Reach } from "./reach.ts";
import { type Schedules, startSchedules } from "./schedules.ts";
import { serve } from "./serve.ts";
import { queueClient, startStack } from "./stack.ts";

/** Lapse on this computer: the emulators, the functions and the pages, at work on whatever site it is given. */
export interface Service {
  readonly functions: Functions;
  readonly addresses: { readonly form: string; readonly inbox: string };
  /** For other commands on the same data directory. */
  readonly reach: Reach;
  readonly schedules: Schedules;
  stop(): Promise<void>;
}

export interface ServiceOptions extends FunctionOptions {
  /** Origin of the site that sweeps work on. */
  readonly site: string;
  /** The pages' port; null for that of the last run, or any free one. One that is named has to be free. */
  readonly port: number | null;
  /** Where members reach the pages, when it is not where they are served. */
  readonly webOrigin?: string;
  readonly mailFrom?: string;
  /** When due sweeps are looked for, as five fields of cron in UTC; every hour by default, as on AWS. */
  readonly dispatchAt?: string;
  /** A message has ended: its sweep was done or not needed, or it failed for the last time. */
  readonly onMessageEnded: (memberId: string | null, failed: boolean) => void;
}

const retrySeconds = 5;

/** Starts everything, and undoes it all when any part does not start. */
export async function startService(options: ServiceOptions): Promise<Service> {
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
    let functions: Functions | undefined;
    const pages = () => functions?.web.fetch ?? (() => new Response("Starting", { status: 503 }));
    const form = await serve(pages, options.port ?? ports.form ?? 0, options.port !== null);
    undo.push(form.stop);
    const reach: Reach = {
      ...{ database: stack.database.origin, queue: stack.queue.origin, mail: stack.mail.origin },
      ...{ sweepQueueUrl: stack.queues.sweeps, digestQueueUrl: stack.queues.digests },
      ...{ form: options.webOrigin ?? form.origin, site: options.site },
    };
    enterEnvironment(stackEnvironment({ ...reach, keyFile: data.keyFile }, options.mailFrom));
    functions = (await code).makeFunctions({
      ...options,
      signal: AbortSignal.any([options.signal, ending.signal]),
    });
    const client = queueClient(stack.queue.origin);
    const { dispatch, sweep, dispatchDigests, sendDigests } = functions;
    const polling = { client, visibilitySeconds, retrySeconds, report };
    const pollers = [
      startPoller({
        ...{ ...polling, name: "sweep", queueUrl: stack.queues.sweeps, batchSize: 1 },
        handler: tellingEnds(sweep, ({ body }, failed) =>
          options.onMessageEnded(sweepMessageIn(body)?.memberId ?? null, failed),
        ),
      }),
      startPoller({
        ...{ ...polling, name: "digest", queueUrl: stack.queues.digests, batchSize: 10 },
        handler: sendDigests,
      }),
    ];
    const schedules = startSchedules(
      [
        { name: "dispatch", pattern: options.dispatchAt ?? "0 * * * *", run: dispatch },
        { name: "digest", pattern: "0 * * * *", run: dispatchDigests },
      ],
      report,
    );
    undo.push(() => settle(pollers, schedules));
    rememberPorts(data.path, {
      ...{ database: stack.database.port, queue: stack.queue.port, mail: stack.mail.port, form: form.port },
    });
    const addresses = { form: form.origin, inbox: stack.mail.origin };
    return { functions, addresses, reach, schedules, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything that uses the emulators comes to its end before they do. */
async function settle(pollers: readonly Poller[], schedules: Schedules): Promise<void> {
  await Promise.all([...pollers, schedules].map((each) => each.stop()));
}
