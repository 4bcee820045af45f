// Runs one TypeScript entry of this repository on the pinned Node, after installing what is missing.
// Plain JavaScript without dependencies: it must run on a machine that has nothing but an older Node and npm.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
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
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.optional)
    .filter(([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(root, path)))
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

function install(names) {
  // npm ci begins by emptying node_modules: behind a link that is somebody else's.
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    say(
      "node_modules is a symbolic link and what is behind it is not what package-lock.json wants. npm ci would empty " +
        "that directory, so nothing was installed: run npm ci there, or remove the link and run the same command again.",
    );
    process.exit(1);
  }
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
    say(
      "npm ci failed; its own message is above. Is the npm registry reachable? Then run the same command again.",
    );
    process.exit(1);
  }
}

/** The process id of the npm that runs this, where one does and the system can tell; null otherwise. */
function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return null;
  let pid = process.ppid;
  for (let steps = 0; steps < 4 && pid > 1; steps++) {
    const found = processOf(pid);
    if (found === null) return null;
    if (found.name.startsWith("npm ")) return pid;
    pid = found.parent;
  }
  return null;
}

function processOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z"
      ? null
      : { name: stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")), parent: Number(parent) };
  } catch {
    return null;
  }
}

/** npm passes signals to its shell only, and the shell does not pass them on: when npm is gone, so are we. */
function followNpm(stop) {
  const npm = npmAbove();
  if (npm === null) return;
  const timer = setInterval(() => {
    if (processOf(npm) !== null) return;
    clearInterval(timer);
    stop();
  }, 250);
  timer.unref();
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
  followNpm(() => process.kill(process.pid, "SIGTERM"));
  await import(pathToFileURL(target).href);
} else {
  const pinned = join(root, "node_modules/node/bin/node");
  const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`;
  const child = spawn(pinned, [target, ...args], {
    // Through the channel the child learns that this process is gone, even when it was killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: path },
  });
  child.on("error", () => {
    say(
      `Node ${process.versions.node} is older than ${needed}, and the pinned Node was not installed with the packages ` +
        "(npm may block install scripts: run 'npm rebuild node', or install Node 24).",
    );
    process.exit(1);
  });
  followNpm(() => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
