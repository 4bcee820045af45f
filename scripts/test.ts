import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { leftovers } from "./leftovers.ts";
import { root, runStep, type StepResult, staticChecks, summary } from "./step.ts";

const mark = { LAPSE_TEST_RUN: randomUUID() };
let vitest: ChildProcess | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (vitest?.pid !== undefined) signalSession(vitest.pid, signal);
    else process.exit(1);
  });
}

const results = await staticChecks();
results.push(
  await runStep({
    name: "tests",
    program: "vitest",
    args: ["run", ...process.argv.slice(2)],
    // Tests start hundreds of processes of ours, and a fifth of what each costs is reading and stripping the same files.
    env: { ...mark, NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node") },
    ownSession: true,
    onStart: (child) => {
      vitest = child;
    },
  }),
);
results.push(endLeftovers());
console.log(`\n${summary(results)}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** What tests started they have to end; what is left is named, ended, and counts as a failure. */
function endLeftovers(): StepResult {
  const left = leftovers(vitest?.pid ?? -1, `LAPSE_TEST_RUN=${mark.LAPSE_TEST_RUN}`);
  for (const { pid, command } of left) {
    console.error(`still running: ${pid} ${command}`);
    end(pid);
  }
  return {
    name: left.length === 0 ? "no process left" : `${left.length} processes left`,
    ok: left.length === 0,
    seconds: 0,
  };
}

function signalSession(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // It has just ended.
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself meanwhile.
  }
}
