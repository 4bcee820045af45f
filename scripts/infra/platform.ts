import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { platformFolder, root, toolsFolder } from "./paths.ts";

const version = z.object({ version: z.string() });
const bunPackage = "@oven/bun-linux-x64-baseline";

async function versionIn(folder: string): Promise<string> {
  return version.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8"))).version;
}

/**
 * SST's components and providers in .sst/platform, as its own command unpacks them: 430 MB, 10 seconds and the npm
 * registry, once for each version of SST.
 * @param say for one line on what is happening
 */
export async function unpackPlatform(say: (line: string) => void): Promise<void> {
  const wanted = await versionIn(join(root, "node_modules/sst"));
  if (await isUnpacked(wanted)) {
    say(`SST ${wanted} is unpacked already`);
    return;
  }
  const bun = await findBun(say);
  say(`unpacking SST ${wanted} into .sst/platform`);
  await command(join(root, "node_modules/.bin/sst"), ["install"], root, {
    SST_SKIP_DEPENDENCY_CHECK: "1",
    SST_TELEMETRY_DISABLED: "1",
    SST_STAGE: "ci",
    ...(bun === null ? { SST_NO_BUN: "1" } : { SST_BUN_PATH: bun }),
  });
  if (!(await isUnpacked(wanted))) {
    throw new Error(
      "SST said that it unpacked its platform, and .sst/platform is not whole: remove .sst and try again.",
    );
  }
}

async function isUnpacked(wanted: string): Promise<boolean> {
  const found = await readFile(join(platformFolder, "version"), "utf8").catch(() => "");
  const parts = ["src/components/index.ts", "node_modules/@pulumi/aws/package.json", "config.d.ts"];
  return found.trim() === wanted && parts.every((part) => existsSync(join(platformFolder, part)));
}

/** SST installs its providers with bun, by a lock file that only bun reads. Null: it does without, and takes npm. */
async function findBun(say: (line: string) => void): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    say(
      `no bun is pinned for ${process.platform} ${process.arch}; SST uses npm instead, which takes a minute`,
    );
    return null;
  }
  const source = join(import.meta.dirname, "tools");
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(source, "package.json"), "utf8")));
  const folder = join(toolsFolder, "node_modules", bunPackage);
  const found = existsSync(folder) ? await versionIn(folder).catch(() => "") : "";
  if (found !== dependencies[bunPackage]) {
    say(`installing bun ${dependencies[bunPackage] ?? ""} into .sst/tools`);
    await rm(toolsFolder, { recursive: true, force: true });
    await mkdir(toolsFolder, { recursive: true });
    for (const file of ["package.json", "package-lock.json"])
      await copyFile(join(source, file), join(toolsFolder, file));
    await command(
      "npm",
      ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
      toolsFolder,
      {},
    );
  }
  return join(folder, "bin/bun");
}

/** Settings and credentials of whoever runs the check stay out: what is unpacked must not depend on them. */
function command(
  program: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:LAPSE|AWS|SST|PULUMI)_/.test(name));
  const child = spawn(program, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...Object.fromEntries(inherited), ...more },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      const words = said.trim().split("\n").slice(-8).join("\n");
      reject(
        new Error(
          `'${program.split("/").at(-1)} ${args.join(" ")}' failed (${why}); is the npm registry reachable?\n${words}`,
        ),
      );
    };
    const watchdog = setTimeout(() => child.kill("SIGKILL"), 300_000);
    child.once("error", ({ message }) => fail(message));
    child.once("close", (code, signal) => {
      clearTimeout(watchdog);
      if (code === 0) resolve();
      else fail(String(code ?? signal));
    });
  });
}
