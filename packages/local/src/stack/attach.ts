import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Adapters } from "@lapse/functions/adapters";
import { readConfig } from "@lapse/functions/config";
import { linkedIn } from "../command/site.ts";
import { type DataDirectory, openDataDirectory } from "./dataDirectory.ts";
import { enterEnvironment, stackEnvironment } from "./environment.ts";
import { StackFailed, StackRefused } from "./errors.ts";
import { AlreadyRunning, announcedReach, claimInstance, type Instance } from "./instance.ts";
import type { Reach } from "./reach.ts";
import { servedSite } from "./servedSite.ts";
import { startDatabase } from "./stack.ts";

/** The members of a data directory, for a command that does one thing and ends. */
export interface Attached {
  readonly data: DataDirectory;
  readonly adapters: Adapters;
  /** Origin of the site that they are members of. */
  readonly site: string;
  /** Where the pages answer; null where no 'lapse serve' runs. */
  readonly form: string | null;
}

/** Another command that is just at it ends in a moment. */
const patienceMs = 5_000;

/**
 * Uses the members of a data directory: through the instance that runs on it, or else by starting the database for a
 * moment. Throws StackRefused where there is nothing, and what `use` throws.
 * @param report takes a line about what goes wrong on the way
 */
export async function withStack<T>(
  given: string,
  report: (line: string) => void,
  use: (attached: Attached) => Promise<T>,
): Promise<T> {
  const path = resolve(given);
  if (!existsSync(join(path, "format")))
    throw new StackRefused(
      `There is no Lapse in ${path}: start 'lapse serve' first, or name its directory with --data.`,
    );
  const data = openDataDirectory(path);
  const instance = claim(path);
  if (!("release" in instance))
    return use(await attached(data, instance)).catch((cause: unknown) => {
      throw isGone(cause) ? new StackFailed(`Lapse on ${path} is just ending: try again.`, { cause }) : cause;
    });
  try {
    const database = await startDatabase(data, {}, report);
    try {
      const reach = { ...nobody, database: database.origin, site: servedSite(path) ?? linkedIn };
      // `lapse connect` takes minutes: other commands may look in meanwhile.
      instance.announce({}, reach);
      return await use(await attached(data, reach));
    } finally {
      await database.stop();
    }
  } finally {
    instance.release();
  }
}

/** What ends while it is used no longer listens. */
function isGone(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

/** The right to the directory, or where the instance that has it answers. */
function claim(path: string): Instance | Reach {
  try {
    return claimInstance(path);
  } catch (cause) {
    if (!(cause instanceof AlreadyRunning)) throw cause;
    return announcedReach(path) ?? claimInstance(path, patienceMs);
  }
}

/** Where no queue, mail or page is needed; nothing listens on this port. */
const nowhere = "http://127.0.0.1:9";
const nobody = {
  ...{ queue: nowhere, mail: nowhere, form: nowhere },
  ...{ sweepQueueUrl: `${nowhere}/sweeps`, digestQueueUrl: `${nowhere}/digests` },
};

async function attached(data: DataDirectory, reach: Reach): Promise<Attached> {
  enterEnvironment(stackEnvironment({ ...reach, keyFile: data.keyFile }));
  const { localAdapters } = await import("./localAdapters.ts");
  const form = reach.form === nowhere ? null : reach.form;
  return { data, adapters: localAdapters(readConfig(process.env), data), site: reach.site, form };
}
