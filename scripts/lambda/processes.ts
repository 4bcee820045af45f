import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a process holds, with all below it. Read from /proc, so on Linux alone. */
export interface Holdings {
  /** The process itself counts as one; a zombie counts, too. */
  readonly processes: number;
  readonly zombies: number;
  /** Open file descriptors of the process that are no connections: those come and go with the SDK's pool. */
  readonly files: number;
  readonly connections: number;
  /** Resident memory of the process alone, MB. */
  readonly rssMb: number;
  /** Proportional memory of the tree, MB. */
  readonly pssMb: number;
}

export function holdingsOf(pid: number): Holdings {
  const tree = treeOf(pid);
  const targets = descriptorsOf(pid);
  const connections = targets.filter((target) => target.startsWith("socket:")).length;
  return {
    processes: tree.length,
    zombies: tree.filter(({ state }) => state === "Z").length,
    ...{ files: targets.length - connections, connections },
    rssMb: kilobytes(`/proc/${pid}/status`, "VmRSS") / 1_024,
    pssMb: tree.reduce((sum, each) => sum + kilobytes(`/proc/${each.pid}/smaps_rollup`, "Pss"), 0) / 1_024,
  };
}

/** The most that the process alone ever had resident, MB. */
export function peakMemoryMb(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, "VmHWM") / 1_024;
}

/** Watches the proportional memory of a tree until it is stopped; `stop` gives the peak, MB. */
export function watchMemory(pid: number, everyMs = 100): { stop(): number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, holdingsOf(pid).pssMb);
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

/** A process and everything below it; the process itself first. */
export function treeOf(root: number): Process[] {
  const all = attempt(() => readdirSync("/proc"), [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => attempt(() => [processOf(Number(name))], []));
  const found: Process[] = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

/** Everything that has this variable in its environment, wherever it hangs by now; zombies have none. */
export function marked(variable: string): number[] {
  return attempt(() => readdirSync("/proc"), [])
    .filter((name) => /^\d+$/.test(name))
    .filter((name) =>
      attempt(() => readFileSync(`/proc/${name}/environ`, "latin1").split("\0").includes(variable), false),
    )
    .map(Number);
}

function processOf(pid: number): Process {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [state = "", parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  return { pid, parent: Number(parent), state, command };
}

function descriptorsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).flatMap((name) =>
    attempt(() => [readlinkSync(join(folder, name))], []),
  );
}

export interface Kept {
  readonly entries: number;
  readonly bytes: number;
}

/** All files and folders below a folder. */
export function keptIn(folder: string): Kept {
  return attempt(() => readdirSync(folder), []).reduce<Kept>(
    (sum, name) => {
      const path = join(folder, name);
      const stat = attempt(() => statSync(path), null);
      if (stat === null) return sum;
      const below = stat.isDirectory() ? keptIn(path) : { entries: 0, bytes: stat.size };
      return { entries: sum.entries + 1 + below.entries, bytes: sum.bytes + below.bytes };
    },
    { entries: 0, bytes: 0 },
  );
}

function kilobytes(file: string, field: string): number {
  const text = attempt(() => readFileSync(file, "utf8"), "");
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
}

/** Processes and files go while they are looked at. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
