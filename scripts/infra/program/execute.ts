import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platformFolder } from "../paths.ts";
import { bundleProgram, type Patch } from "./bundle.ts";
import { type Program, programSchema } from "./resource.ts";

export type StageName = "production" | "pr-1";

/** What production is told; a pull request's stage is told nothing. */
const settings: Readonly<Record<StageName, Readonly<Record<string, string>>>> = {
  production: {
    LAPSE_DOMAIN: "lapse.example.org",
    LAPSE_MAIL_FROM: "Lapse <digest@example.org>",
    LAPSE_ALARM_MAIL: "operator@example.org",
  },
  "pr-1": {},
};

export interface Run {
  readonly program: Program;
  /** The program's resources as text, the same bytes in each run. */
  readonly text: string;
  readonly hash: string;
}

/** The program as it stands, or as a patch leaves it, for one stage. Rejects with the program's own words where it fails. */
export async function execute(stage: StageName, patches: readonly Patch[] = []): Promise<Run> {
  const bundle = join(platformFolder, `lapse-check-${randomUUID()}.mjs`);
  const work = await mkdtemp(join(tmpdir(), "lapse-infra-"));
  const output = join(work, "program.json");
  try {
    await bundleProgram(bundle, patches);
    await runProgram([bundle, stage, work, output], settings[stage]).catch((fault: Error) => {
      throw new Error(`${stage}: ${fault.message}`);
    });
    const text = await readFile(output, "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    return { program: programSchema.parse(JSON.parse(text)), text, hash };
  } finally {
    await rm(bundle, { force: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** In an environment of its own: neither the settings nor the credentials of whoever runs the check reach the program. */
function runProgram(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "run.ts"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH, HOME, TZ: "UTC", ...environment },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `The program did not run to its end (${code ?? signal}): ${said.trim() || "it said nothing"}`,
          ),
        );
    });
  });
}

/** Two at a time: a run takes one core for three seconds, and two cores are what there is. */
export async function inTwos<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.map((item, index) => ({ item, index }));
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      results[next.index] = await work(next.item);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}
