// Runs bundled programs, one after the other, against no AWS, and writes what each asked for. Loading Pulumi takes
// longer than a run, so several share a process: what a run leaves behind in it is seen to by running the same program
// again at the end (prove.ts). A fault in one Output can leave Pulumi waiting for ever, so the process dies of the first.
import crypto from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { platformFolder, root } from "../paths.ts";
import { answer } from "./account.ts";
import { type Collected, collector, sorted } from "./collect.ts";
import type { Job } from "./jobs.ts";
import { type Made, outputsOf } from "./outputs.ts";
import type { Program } from "./resource.ts";

interface Module {
  readonly run: (program: () => Promise<unknown>) => Promise<unknown>;
  readonly config: {
    readonly app: (input: { stage: string }) => Promise<Partial<Program["app"]> & { name: string }>;
    readonly run: () => Promise<unknown>;
  };
  readonly pulumi: {
    readonly runtime: {
      setMocks(mocks: unknown, project: string, stack: string, preview: boolean): Promise<void>;
      getMonitor(): unknown;
      runInPulumiStack(init: () => Promise<unknown>): Promise<unknown>;
      deserializeProperties(struct: unknown): Record<string, unknown>;
    };
  };
}

const [list = "", work = ""] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(list, "utf8")) as Job[];
const die = (fault: unknown): never => {
  // The program, not this check, is at fault; its own words are what helps.
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(3);
};
process.on("unhandledRejection", die);
process.on("uncaughtException", die);

// Names end in random characters. With constant ones, two runs can be compared byte by byte.
crypto.randomBytes = ((size: number) => Buffer.alloc(size, 7)) as typeof crypto.randomBytes;

const built = join(work, "built");
mkdirSync(built, { recursive: true });
writeFileSync(join(built, "lambda.mjs"), "export const handler = () => undefined;\n");

let writeOutcome: (() => void) | null = null;

async function begin({ bundle, stage, settings, output }: Job): Promise<void> {
  const watchdog = setTimeout(() => die("The program did not end within a minute."), 60_000).unref();
  for (const name of Object.keys(process.env).filter((each) => each.startsWith("LAPSE_")))
    delete process.env[name];
  Object.assign(process.env, settings);
  const check = {
    app: { name: "", stage, removal: "retain", protect: false } as Program["app"],
    cli: {
      command: "deploy",
      paths: { home: work, root, work, platform: platformFolder },
      state: { version: {} },
    },
    /** What SST's command would do: bundling a function, and naming the bucket that code is put into. */
    rpc: async (method: string) => {
      if (method === "Runtime.Build")
        return { handler: "lambda.handler", out: built, errors: [], sourcemaps: [] };
      if (method === "Provider.Aws.Bootstrap") return { asset: "sst-asset-check", state: "sst-state-check" };
      throw new Error(`A component asks SST's command for ${method}, which the check has no answer to.`);
    },
  };
  Object.assign(globalThis, { lapseCheck: check });

  const { run, config, pulumi } = (await import(pathToFileURL(bundle).href)) as Module;
  // Pulumi writes down where each resource was made, and looks each line up in source maps: half of the time of a run.
  Object.assign(Error, { prepareStackTrace: undefined });
  const app = await config.app({ stage });
  check.app = { removal: "retain", protect: false, ...app, stage };
  const newResource = (made: Made) => outputsOf(made);
  await pulumi.runtime.setMocks({ newResource, call: answer }, app.name, stage, false);
  const { deserializeProperties } = pulumi.runtime;
  const collected: Collected = collector(pulumi.runtime.getMonitor(), deserializeProperties);
  writeOutcome = () => {
    clearTimeout(watchdog);
    const { name, removal, protect } = check.app;
    const program: Program = {
      stage,
      app: { name, stage, removal, protect },
      settings,
      resources: sorted(collected.resources),
      reads: collected.reads,
      links: Object.fromEntries([...collected.links].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      outputs: collected.outputs,
    };
    writeFileSync(output, `${JSON.stringify(program, null, 1)}\n`);
  };
  await pulumi.runtime.runInPulumiStack(() => run(config.run));
}

// The event loop runs dry when nothing is left to be made: then the next one begins, or the process ends.
process.on("beforeExit", () => {
  writeOutcome?.();
  writeOutcome = null;
  const job = jobs.shift();
  if (job !== undefined) void begin(job);
});
