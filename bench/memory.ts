import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startReplica } from "@lapse/replica/replica";
import { people } from "./people.ts";

const command = fileURLToPath(new URL("../packages/local/src/lapse.ts", import.meta.url));
const sampleMs = 100;

/** Peak memory of `lapse sweep` and everything below it (proportional set size), at 200 and at 2,000 rows. */
export async function benchMemory(): Promise<void> {
  const small = await peakOf(200, 50);
  const large = await peakOf(2_000, 0);
  console.log("peak memory of the whole process tree:");
  console.log(
    `  200 rows, 50 withdrawn: ${small} MiB; 2,000 rows read: ${large} MiB; ratio ${(large / small).toFixed(2)}`,
  );
}

async function peakOf(count: number, due: number): Promise<number> {
  const replica = await startReplica();
  const member = replica.addMember({
    slug: "memory",
    name: "Memory",
    email: "memory@bench.example",
    password: "bench",
    invitations: people(count, due),
  });
  const folder = mkdtempSync(join(tmpdir(), "lapse-bench-"));
  const file = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const policy = file("policy.json", { perDay: 50 });
  const session = file("session.json", member.mintSession());
  const options = ["--site", replica.origin, "--data", join(folder, "data"), "--pace", "0", "--json"];
  const child = spawn(
    process.execPath,
    [command, "sweep", "--policy", policy, "--session", session, ...options],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  try {
    return await peakUntilEnd(child);
  } finally {
    await replica.close();
    rmSync(folder, { recursive: true });
  }
}

function peakUntilEnd(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, treeMemory(child.pid ?? 0));
    }, sampleMs);
    child.once("close", () => {
      clearInterval(timer);
      resolve(Math.round(peak / 1_024));
    });
  });
}

/** KiB of a process and of all below it; Linux only, 0 elsewhere. */
function treeMemory(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const stat = read(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0));
  }
  const inTree = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && inTree(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + proportional(pid), 0);
}

function proportional(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
