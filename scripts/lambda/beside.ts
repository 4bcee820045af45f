import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedFolder } from "./paths.ts";
import { CannotRun, say } from "./say.ts";

/** As `pkg/runtime/node/build.go` of SST has it. */
const asSst = ["install", "--force", "--platform=linux", "--os=linux", "--arch=x64", "--cpu=x64"];

/**
 * Installs what lies beside a bundle, as SST's `nodejs.install` does: with npm, into an empty folder, without a lock.
 * Once for each set of versions. Resolves to its `node_modules`.
 */
export async function installBeside(packages: Readonly<Record<string, string>>): Promise<string> {
  const manifest = JSON.stringify({ dependencies: packages });
  const folder = join(installedFolder, createHash("sha256").update(manifest).digest("hex").slice(0, 12));
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  say(
    `installing ${Object.entries(packages)
      .map((pair) => pair.join("@"))
      .join(", ")}, as SST does`,
  );
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "package.json"), manifest);
  const { status, output } = await npm(draft, [...asSst, "--no-audit", "--no-fund"]);
  if (status !== 0)
    throw new CannotRun(`npm could not install it. Is the npm registry reachable?\n${output}`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return modules;
}

/** Runs npm to its end. @param environment beside our own */
export function npm(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn("npm", args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-20_000);
    });
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(new CannotRun(`npm does not run: ${cause.message}`)));
    child.once("close", (status) => resolve({ status, output }));
  });
}
