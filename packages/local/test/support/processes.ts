import { execFileSync } from "node:child_process";

/** The processes below one process, from ps. */
export function descendants(pid: number): number[] {
  const table = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    pairs.flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim()[0] !== "Z";
  } catch {
    return false;
  }
}

/** Waits for a fact of the operating system, which announces nothing. */
export async function eventually(
  fact: () => boolean | Promise<boolean>,
  what: string | (() => string),
  withinMs = 10_000,
): Promise<void> {
  const giveUp = performance.now() + withinMs;
  while (!(await fact())) {
    if (performance.now() > giveUp)
      throw new Error(`It never came true that ${typeof what === "string" ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
