import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platformFolder } from "../paths.ts";
import { type BundleProgram, type Patch, withBundler } from "./bundle.ts";
import type { Job } from "./jobs.ts";
import { type Program, programSchema } from "./resource.ts";

export type StageName = "production" | "pr-1";

/** What production is told; a pull request's stage is told nothing. */
const settingsOf: Readonly<Record<StageName, Readonly<Record<string, string>>>> = {
  production: {
    LAPSE_DOMAIN: "lapse.example.org",
    LAPSE_MAIL_FROM: "Lapse <digest@example.org>",
    LAPSE_ALARM_MAIL: "operator@example.org",
  },
  "pr-1": {},
};

/** A run to make: the program as it stands, or as a patch leaves it. */
export interface Wanted {
  readonly stage: StageName;
  readonly patches?: readonly Patch[];
  /** Beside those that the stage has anyway. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export interface Run {
  readonly program: Program;
  /** The program's resources as text, the same bytes in each run. */
  readonly text: string;
  readonly hash: string;
}

/** Each as it was wanted, or the program's own words where it did not come to its end. */
export type Outcome = Run | Error;

/** All of these runs in one process after the other, each in a bundle of its own. */
export async function execute(wanted: readonly Wanted[]): Promise<Outcome[]> {
  const work = await mkdtemp(join(tmpdir(), "lapse-infra-"));
  const made = wanted.map(() => join(platformFolder, `lapse-check-${randomUUID()}.mjs`));
  try {
    const prepared = await withBundler((bundle) => prepare(wanted, made, work, bundle));
    const left = prepared.filter((each): each is Job => !(each instanceof Error));
    const outcomes = new Map<Job, Outcome>();
    while (left.length > 0) {
      const fault = await runAll(left, work);
      for (let job = left.shift(); job !== undefined; job = left.shift()) {
        const run = await outcomeOf(job);
        outcomes.set(job, run ?? fault ?? new Error("The run came to nothing."));
        if (run === null) break;
      }
    }
    return prepared.map((each) =>
      each instanceof Error ? each : (outcomes.get(each) ?? new Error("It never ran.")),
    );
  } finally {
    for (const bundle of made) await rm(bundle, { force: true });
    await rm(work, { recursive: true, force: true });
  }
}

async function prepare(
  wanted: readonly Wanted[],
  made: readonly string[],
  work: string,
  bundleProgram: BundleProgram,
): Promise<(Job | Error)[]> {
  const jobs: (Job | Error)[] = [];
  for (const [index, { stage, patches = [], settings }] of wanted.entries()) {
    const bundle = made[index] ?? "";
    const fault = await bundleProgram(bundle, patches).catch((error: Error) => error);
    const job = {
      ...{ bundle, stage, settings: { ...settingsOf[stage], ...settings } },
      output: join(work, `program-${index}.json`),
    };
    jobs.push(fault instanceof Error ? fault : job);
  }
  return jobs;
}

async function outcomeOf({ output }: Job): Promise<Run | null> {
  const text = await readFile(output, "utf8").catch(() => null);
  if (text === null) return null;
  const hash = createHash("sha256").update(text).digest("hex");
  return { program: programSchema.parse(JSON.parse(text)), text, hash };
}

/**
 * In an environment of its own: neither the settings nor the credentials of whoever runs the check reach the program.
 * Resolves to what ended it early, or to null.
 */
async function runAll(jobs: readonly Job[], work: string): Promise<Error | null> {
  const list = join(work, "jobs.json");
  await writeFile(list, JSON.stringify(jobs));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "run.ts"), list, work], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH, HOME, TZ: "UTC" },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(null);
      else
        resolve(
          new Error(
            `The program did not run to its end (${code ?? signal}): ${said.trim() || "it said nothing"}`,
          ),
        );
    });
  });
}

/** In two processes, taken by turns: two cores are what there is, and neighbours in the list never share one. */
export async function executeInTwos(wanted: readonly Wanted[]): Promise<Outcome[]> {
  const odd = (index: number) => index % 2 === 1;
  const [even, uneven] = await Promise.all([
    execute(wanted.filter((_, index) => !odd(index))),
    execute(wanted.filter((_, index) => odd(index))),
  ]);
  return wanted.map(
    (_, index) => (odd(index) ? uneven : even)[Math.floor(index / 2)] ?? new Error("It never ran."),
  );
}
