import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { npm } from "./beside.ts";
import { toolsFolder } from "./paths.ts";
import { CannotRun, say } from "./say.ts";

const manifests = ["package.json", "package-lock.json"] as const;
/** Commands of the build, and the Debian package that each is in. */
const needed = {
  cmake: "cmake",
  "g++": "g++",
  make: "make",
  python3: "python3",
  tar: "tar",
  xz: "xz-utils",
} as const;

/**
 * The runtime interface client of AWS, which is a native build of a minute: built once, by this check alone. Resolves to
 * the file that Node runs. Throws CannotRun with what to install.
 */
export async function runtimeInterfaceClient(): Promise<string> {
  const client = join(toolsFolder, "node_modules/aws-lambda-ric");
  const entry = join(client, "index.mjs");
  if (isBuilt() && existsSync(join(client, "rapid-client.node"))) return entry;
  const headers = headersBelow();
  const absent: string[] = Object.entries(needed).flatMap(([command, name]) =>
    onPath(command) === null ? [name] : [],
  );
  if (headers === null) absent.push("libnode-dev");
  if (absent.length > 0) throw new CannotRun(missing(absent));
  say("building the runtime interface client (about a minute of two cores, once)");
  rmSync(toolsFolder, { recursive: true, force: true });
  mkdirSync(toolsFolder, { recursive: true });
  for (const name of manifests) cpSync(join(import.meta.dirname, "tools", name), join(toolsFolder, name));
  const { status, output } = await npm(
    toolsFolder,
    ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--foreground-scripts"],
    // Node's headers come from this machine: node-gyp would download those of the very version. What is built is N-API,
    // so that a Node of another version loads it.
    { npm_config_nodedir: headers ?? "" },
  );
  if (status !== 0)
    throw new CannotRun(
      `The runtime interface client was not built; the end of npm's own words:\n${tail(output)}`,
    );
  writeFileSync(join(toolsFolder, "built"), locked());
  return entry;
}

function missing(packages: readonly string[]): string {
  return (
    "The runtime interface client of AWS is a native build, and some of what it needs is not here. " +
    `On Debian: apt-get install -y --no-install-recommends ${packages.join(" ")}`
  );
}

const locked = () => readFileSync(join(import.meta.dirname, "tools/package-lock.json"), "utf8");

/** Of this lock file, and whole: the mark is written last. */
function isBuilt(): boolean {
  const mark = join(toolsFolder, "built");
  return existsSync(mark) && readFileSync(mark, "utf8") === locked();
}

/** A folder with `include/node/node.h` below it: where a Node on the path was installed with its headers, or Debian's. */
function headersBelow(): string | null {
  const nodes = path().map((folder) => join(folder, "node"));
  const installed = nodes.filter(existsSync).map((node) => dirname(dirname(realpathSync(node))));
  const named = process.env["npm_config_nodedir"];
  const candidates = [...(named === undefined ? [] : [named]), ...installed, "/usr/local", "/usr"];
  return candidates.find((folder) => existsSync(join(folder, "include/node/node.h"))) ?? null;
}

function onPath(command: string): string | null {
  return (
    path()
      .map((folder) => join(folder, command))
      .find(existsSync) ?? null
  );
}

const path = () => (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");

const tail = (text: string) => text.trimEnd().split("\n").slice(-25).join("\n");
