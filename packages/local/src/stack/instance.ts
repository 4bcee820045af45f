import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StackRefused } from "./errors.ts";
import { type Reach, reachSchema } from "./reach.ts";
import { writeWhole } from "./writeWhole.ts";

/** This process's sole right to a data directory. */
export interface Instance {
  /** Where the instance can be reached: by the one who tries to start a second, and by other commands. */
  announce(addresses: Readonly<Record<string, string>>, reach?: Reach): void;
  release(): void;
}

/** Another process has the data directory. */
export class AlreadyRunning extends StackRefused {}

/** What the running instance announced last; null where there is none, or it cannot be attached to. */
export function announcedReach(path: string): Reach | null {
  try {
    const { reach } = JSON.parse(readFileSync(join(path, "running.json"), "utf8")) as { reach?: unknown };
    const read = reachSchema.safeParse(reach);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Without this reference the garbage collector would close a lock, and so give it up, in the middle of a run (seen). */
const held = new Set<DatabaseSync>();

/**
 * At most one instance per data directory. The lock is the kernel's, taken through SQLite on the file `lock`: it ends
 * with its process however that dies, so a dead holder needs no guessing from pids, which are used again.
 * @param patienceMs how long to wait for one that is just ending, as after Ctrl-C and another start
 */
export function claimInstance(path: string, patienceMs = 0): Instance {
  const running = join(path, "running.json");
  const lock = openLock(join(path, "lock"), path, running, patienceMs);
  held.add(lock);
  writeWhole(running, JSON.stringify({ pid: process.pid, addresses: {} }));
  return {
    announce: (addresses, reach) =>
      writeWhole(running, JSON.stringify({ pid: process.pid, addresses, ...(reach && { reach }) })),
    release: () => {
      rmSync(running, { force: true });
      held.delete(lock);
      lock.close();
    },
  };
}

function openLock(file: string, path: string, running: string, patienceMs: number): DatabaseSync {
  const lock = new DatabaseSync(file, { timeout: patienceMs });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (cause) {
    lock.close();
    if (errorCode(cause) === sqliteBusy)
      throw new AlreadyRunning(`Lapse already runs on ${path}${holder(running)}`, { cause });
    throw new StackRefused(`${file} cannot be locked: remove it if no Lapse runs on ${path}.`, { cause });
  }
}

const sqliteBusy = 5;

function errorCode(error: unknown): unknown {
  return error instanceof Error && "errcode" in error ? error.errcode : undefined;
}

/** The holder may be just starting, so anything may be missing here. */
function holder(running: string): string {
  const elsewhere = "stop it, or name another directory with --data.";
  try {
    const { pid, addresses } = JSON.parse(readFileSync(running, "utf8")) as {
      pid: number;
      addresses: Record<string, string>;
    };
    const where = Object.entries(addresses).map(([name, address]) => `${name} ${address}`);
    return `, process ${pid}${where.length > 0 ? ` (${where.join(", ")})` : ""}: ${elsewhere}`;
  } catch {
    return `: ${elsewhere}`;
  }
}
