import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FromEmulator, ToEmulator } from "./emulators/message.ts";
import type { EmulatorOptions } from "./emulators/runEmulator.ts";
import { StackFailed } from "./errors.ts";

export interface Supervised {
  readonly port: number;
  readonly origin: string;
  /** The process that runs it at the moment. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly name: "database" | "queue" | "mail";
  readonly folder: string;
  readonly port: number;
  /** One line about what happened, such as a restart. */
  readonly report: (line: string) => void;
}

const backoffMs = [50, 200, 800, 3_000];
const stopWithinMs = 3_000;
/** An emulator that ran this long and dies has not been broken from the start: the backoff begins anew. */
const settledAfterMs = 10_000;

/** Starts an emulator in a process of its own and starts it again, on the same port, whenever it dies. */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  let stopping = false;
  let deaths = 0;
  let timer: NodeJS.Timeout | undefined;
  let current = launch(options, { port: options.port, folder: options.folder, firstStart: true });
  const port = await current.ready;
  let startedAt = performance.now();

  const watch = (running: Launched) => {
    running.child.once("exit", (code, signal) => {
      if (stopping) return;
      deaths = performance.now() - startedAt > settledAfterMs ? 1 : deaths + 1;
      const why = lastLine(running.errors()) ?? `ended with ${signal ?? code}`;
      options.report(`${options.name} emulator: ${why}; starting it again`);
      timer = setTimeout(revive, backoffMs[Math.min(deaths, backoffMs.length) - 1]);
    });
  };
  const revive = () => {
    if (stopping) return;
    startedAt = performance.now();
    current = launch(options, { port, folder: options.folder, firstStart: false });
    current.ready.catch(() => undefined);
    watch(current);
  };
  watch(current);

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: () => current.child.pid,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await stopChild(current.child);
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  /** The port, once the emulator answers on it. */
  readonly ready: Promise<number>;
  errors(): string;
}

function launch(options: SuperviseOptions, emulator: EmulatorOptions): Launched {
  const script = fileURLToPath(new URL(`./emulators/${options.name}.ts`, import.meta.url));
  const child = fork(script, [JSON.stringify(emulator)], {
    execArgv: [],
    // Nothing of the caller's environment: an emulator needs none of it, and some would act on what they find there.
    env: { NODE_NO_WARNINGS: "1" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-4_000);
  });
  const ready = new Promise<number>((resolve, reject) => {
    child.once("message", (message: FromEmulator) => resolve(message.port));
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const why = lastLine(errors) ?? `ended with ${signal ?? code}`;
      reject(new StackFailed(`The ${options.name} emulator on ${options.folder} does not start: ${why}`));
    });
  });
  return { child, ready, errors: () => errors };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const message: ToEmulator = { kind: "stop" };
  if (child.connected) child.send(message, () => undefined);
  const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await gone;
  clearTimeout(timer);
}

/** Of a stack trace, the line that names the error. */
function lastLine(errors: string): string | null {
  const lines = errors.split("\n").map((line) => line.trim());
  return (
    lines.find((line) => /^(?:[A-Z]\w*)?Error\b/.test(line)) ?? lines.findLast((line) => line !== "") ?? null
  );
}
