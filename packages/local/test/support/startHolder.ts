import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A process that holds a data directory, alone or with a running stack; it is killed after the test. */
export async function startHolder(what: "lock" | "stack", folder: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./holder.ts", import.meta.url));
  const child = spawn(process.execPath, [script, what, folder], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  if (child.stdout === null) throw new Error("no standard output");
  await once(createInterface(child.stdout), "line");
  return child;
}

export async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
