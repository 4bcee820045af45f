import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { LeaseStore } from "@lapse/core/ledger/store";
import { unwritable } from "./diskFault.ts";

interface Holder {
  readonly run: string;
  readonly pid: number;
  /** When that process started, as the system tells it: a number is given to another process later. */
  readonly born: string;
  readonly host: string;
  readonly until: number;
}

/** A takeover is a matter of milliseconds; one that is older was cut short. */
const takeoverMs = 10_000;

/**
 * The lease as a file. A holder on this computer is asked for by its process: dead ones are taken over at once, live
 * ones are respected however long they take. On another computer only the time it gave itself counts.
 */
export function leaseFile(directory: string, now: () => number): LeaseStore {
  const path = join(directory, "lease");
  return {
    acquire: async (run, ttlMs) => {
      if (claim(path, run, now() + ttlMs)) return true;
      const holder = read(path);
      if (holder !== null && isAlive(holder, now())) return false;
      return takeOver(path, run, now, ttlMs);
    },
    renew: async (run, ttlMs) => {
      const holder = read(path);
      if (holder?.run !== run) return false;
      prolong(path, { ...holder, until: now() + ttlMs });
      return true;
    },
    release: async (run) => {
      if (read(path)?.run === run) rmSync(path, { force: true });
    },
  };
}

/** Made under another name and put in place by a link, which fails where one already is. */
function claim(path: string, run: string, until: number): boolean {
  const draft = `${path}.${process.pid}.${run}`;
  const holder: Holder = { run, pid: process.pid, born: bornOf(process.pid) ?? "", host: hostname(), until };
  try {
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
    linkSync(draft, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw unwritable(path, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** In its own place and length, so that a full disk takes it, and no moment finds the file empty. Throws RecordUnwritable. */
function prolong(path: string, holder: Holder): void {
  try {
    const handle = openSync(path, "r+");
    try {
      writeSync(handle, JSON.stringify(holder), 0);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Two that see the same dead holder must not both take over: one of them makes the directory. */
function takeOver(path: string, run: string, now: () => number, ttlMs: number): boolean {
  const door = `${path}.takeover`;
  try {
    mkdirSync(door);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(path, cause);
    if (now() - (statSync(door, { throwIfNoEntry: false })?.mtimeMs ?? now()) < takeoverMs) return false;
    rmdirSync(door);
    return takeOver(path, run, now, ttlMs);
  }
  try {
    const holder = read(path);
    if (holder !== null && isAlive(holder, now())) return false;
    removeLeft(path);
    return claim(path, run, now() + ttlMs);
  } finally {
    rmdirSync(door);
  }
}

function removeLeft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, now: number): boolean {
  if (holder.host !== hostname()) return now < holder.until;
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
  const born = bornOf(holder.pid);
  return born === null || holder.born === "" || born === holder.born;
}

/** A process's start time in clock ticks, from /proc; null where the system has none, "" for one that is a zombie. */
function bornOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "zombie" : (fields[19] ?? null);
  } catch {
    return null;
  }
}
