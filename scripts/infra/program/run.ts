// Runs the bundled program for one stage, against no AWS, and writes what it asked for. One process for each run:
// Pulumi keeps its state in the process, and a fault in one Output can leave it waiting for ever.
import crypto from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { platformFolder, root } from "../paths.ts";
import { answer } from "./account.ts";
import { type Collected, collector, sorted } from "./collect.ts";
import { outputsOf } from "./outputs.ts";
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

const [bundle = "", stage = "", work = "", output = ""] = process.argv.slice(2);
const die = (fault: unknown): never => {
  // The program, not this check, is at fault; its own words are what helps.
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(3);
};
process.on("unhandledRejection", die);
process.on("uncaughtException", die);
setTimeout(() => die("The program did not end within a minute."), 60_000).unref();

// Names end in random characters. With constant ones, two runs can be compared byte by byte.
crypto.randomBytes = ((size: number) => Buffer.alloc(size, 7)) as typeof crypto.randomBytes;

const built = join(work, "built");
mkdirSync(built, { recursive: true });
writeFileSync(join(built, "lambda.mjs"), "export const handler = () => undefined;\n");

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
const app = await config.app({ stage });
check.app = { removal: "retain", protect: false, ...app, stage };
const newResource = ({
  type,
  name,
  inputs,
}: {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}) => outputsOf(type, name, inputs);
await pulumi.runtime.setMocks({ newResource, call: answer }, app.name, stage, false);
const collected: Collected = collector(pulumi.runtime.getMonitor(), pulumi.runtime.deserializeProperties);

// The event loop runs dry when nothing is left to be made.
process.once("beforeExit", () => {
  const { name, removal, protect } = check.app;
  const program: Program = {
    stage,
    app: { name, stage, removal, protect },
    resources: sorted(collected.resources),
    links: Object.fromEntries([...collected.links].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(output, `${JSON.stringify(program, null, 1)}\n`);
});
await pulumi.runtime.runInPulumiStack(() => run(config.run));
