import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CheckFailed } from "./say.ts";

const probe = join(import.meta.dirname, "heapProbe.mjs");
const withinMs = 10_000;

/** Variables with which a function tells, on a signal, what it still holds. @param file where it writes that */
export function heapTelling(file: string): Record<string, string> {
  return { NODE_OPTIONS: `--expose-gc --import ${probe}`, LAPSE_HEAP_FILE: file };
}

/** MB that are still held once garbage was collected, in V8's heap and outside of it. */
export async function heldMb(pid: number, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(pid, "SIGUSR2");
  for (const until = performance.now() + withinMs; performance.now() < until; await pause(5)) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text !== "") return Number(text) / 1_000_000;
  }
  throw new CheckFailed("a function does not tell what it holds");
}
