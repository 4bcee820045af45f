import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FunctionName } from "../../infra/bundling.ts";
import type { Bundle } from "./bundle.ts";
import { type Invocation, startRuntimeApi } from "./runtimeApi.ts";
import { CheckFailed } from "./say.ts";

/** One function in its runtime, as one of Lambda's environments holds it. */
export interface RunningFunction {
  readonly name: FunctionName;
  readonly pid: number;
  /** From the start of its process until it asked for its first event, ms. */
  readonly initMs: number;
  /** Its own temporary directory, in place of /tmp. */
  readonly temporary: string;
  /** What it wrote to its log. */
  log(): string;
  /**
   * Throws CheckFailed when there is no answer, or the process ends.
   * @param toldMs how long the function is told that it has
   * @param withinMs how long this waits for its answer
   */
  invoke(event: unknown, toldMs?: number, withinMs?: number): Promise<Invocation>;
  /** Ends the process as Lambda does, at once. */
  stop(): Promise<void>;
}

export interface RunOptions {
  /** The file of the runtime interface client. */
  readonly client: string;
  readonly bundle: Bundle;
  /** What infrastructure and this check set beside Lambda's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly folder: string;
}

/** Longer than anything here takes on a busy machine. */
const patienceMs = 90_000;

/** Starts a bundled function under the runtime interface client, with Lambda's variables and none of ours. */
export async function run(options: RunOptions): Promise<RunningFunction> {
  const { bundle, memoryMb } = options;
  const { name } = bundle;
  const temporary = join(options.folder, `tmp-${name}-${process.hrtime.bigint()}`);
  mkdirSync(temporary, { recursive: true });
  const api = await startRuntimeApi(`arn:aws:lambda:eu-central-1:000000000000:function:lapse-check-${name}`);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [options.client], {
    cwd: bundle.folder,
    stdio: ["ignore", "pipe", "pipe"],
    // No HOME: on Lambda nothing but the temporary directory can be written to.
    env: {
      ...{ PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "en_US.UTF-8", TZ: ":UTC", TMPDIR: temporary },
      ...{ AWS_LAMBDA_RUNTIME_API: api.address, LAMBDA_TASK_ROOT: bundle.folder, _HANDLER: bundle.handler },
      ...{ AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x", AWS_LAMBDA_FUNCTION_NAME: `lapse-check-${name}` },
      ...{ AWS_LAMBDA_FUNCTION_VERSION: "$LATEST", AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb) },
      ...{
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/lapse-check-${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: "check",
      },
      ...{ AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand" },
      ...options.environment,
    },
  });
  const log = logOf(child);
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(
        new CheckFailed(`${name} ended by itself (${signal ?? code}); the end of its log:\n${tail(log())}`),
      ),
    );
  });
  ended.catch(() => undefined);
  const stop = async () => {
    const gone = new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once("exit", () => resolve());
    });
    child.kill("SIGKILL");
    await gone;
    await api.stop();
  };
  try {
    await within(patienceMs, Promise.race([api.ready, ended]), () => `${name} does not start`);
  } catch (fault) {
    await stop();
    throw fault instanceof CheckFailed ? fault : new CheckFailed(`${String(fault)}\n${tail(log())}`);
  }
  return {
    ...{ name, temporary, log, stop, pid: child.pid ?? 0, initMs: performance.now() - startedAt },
    invoke: (event, toldMs = 900_000, withinMs = patienceMs) =>
      within(withinMs, Promise.race([api.invoke(event, toldMs), ended]), () =>
        [`${name} gave no answer`, tail(log())].join("\n"),
      ),
  };
}

function logOf(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => {
      text = (text + part).slice(-400_000);
    });
  return () => text;
}

async function within<T>(ms: number, work: Promise<T>, sentence: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CheckFailed(`${sentence()} within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const tail = (text: string) => text.trimEnd().split("\n").slice(-12).join("\n");
