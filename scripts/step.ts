import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

export interface StepOptions {
  readonly name: string;
  /** A program of node_modules/.bin. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** In a session of its own, so that whatever it leaves behind can be told from the rest of the machine. */
  readonly ownSession?: boolean;
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs one program to its end, with its output where ours goes. */
export function runStep(options: StepOptions): Promise<StepResult> {
  const startedAt = performance.now();
  const child = spawn(join(root, "node_modules/.bin", options.program), options.args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    detached: options.ownSession ?? false,
    env: { ...process.env, ...options.env },
  });
  options.onStart?.(child);
  return new Promise((resolve) => {
    const end = (ok: boolean) =>
      resolve({ name: options.name, ok, seconds: (performance.now() - startedAt) / 1000 });
    child.once("error", (error) => {
      console.error(`${options.program}: ${error.message}`);
      end(false);
    });
    child.once("exit", (code) => end(code === 0));
  });
}

/** The checks that run nothing of the product: both at once, they take one core each. */
export function staticChecks(): Promise<StepResult[]> {
  return Promise.all([
    runStep({ name: "types", program: "tsc", args: ["--noEmit"] }),
    runStep({ name: "lint", program: "biome", args: ["check", "."] }),
  ]);
}

/** One line: what passed, what failed, and how long each took. */
export function summary(results: readonly StepResult[]): string {
  return results
    .map(({ name, ok, seconds }) => `${name} ${ok ? "ok" : "FAILED"} (${seconds.toFixed(1)} s)`)
    .join("  ·  ");
}
