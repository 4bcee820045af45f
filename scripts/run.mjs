// Runs one TypeScript entry of this repository on the pinned Node, after installing what is missing.
// Plain JavaScript without dependencies: it must run on a machine that has nothing but an older Node and npm.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = 24;
const say = (line) => process.stderr.write(`lapse: ${line}\n`);

/** The packages of the lock file that are not installed in that version, optional ones left aside. */
function missing() {
  const installedFile = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return ["everything"];
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.optional && !entry.link)
    .filter(([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(root, path)))
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

function install(names) {
  const what = names.length === 1 ? names[0] : `${names.length} packages`;
  say(`installing ${what === "everything" ? "what is needed (half a minute or so, once)" : what} ...`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // Standard output belongs to the command that was asked for.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    say("npm ci failed; its own message is above. Is the npm registry reachable? Then run the same command again.");
    process.exit(1);
  }
}

const absent = missing();
if (absent.length > 0) install(absent);

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  say("scripts/run.mjs needs the file to run");
  process.exit(2);
}
const target = resolve(root, entry);

if (Number(process.versions.node.split(".")[0]) >= needed) {
  process.argv = [process.execPath, realpathSync(target), ...args];
  await import(pathToFileURL(target).href);
} else {
  const pinned = join(root, "node_modules/node/bin/node");
  const probe = existsSync(pinned) ? spawnSync(pinned, ["-p", "process.versions.node"]) : { status: 1 };
  if (probe.status !== 0) {
    say(
      `Node ${process.versions.node} is older than ${needed}, and the pinned Node was not installed with the packages ` +
        "(npm may block install scripts: run 'npm rebuild node', or install Node 24).",
    );
    process.exit(1);
  }
  const path = `${join(root, "node_modules/.bin")}:${process.env.PATH ?? ""}`;
  const child = spawn(pinned, [target, ...args], { stdio: "inherit", env: { ...process.env, PATH: path } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
