import { readdirSync, readFileSync } from "node:fs";

export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/**
 * The live processes of a session, or with a mark in their environment: a browser starts a session of its own, and an
 * emulator takes no environment. Empty where the system has no /proc.
 * @param mark a variable as it stands in an environment, `NAME=value`
 */
export function leftovers(session: number, mark: string): Leftover[] {
  return processes().filter(({ pid, state, of }) => state !== "Z" && (of === session || isMarked(pid, mark)));
}

interface Process extends Leftover {
  readonly state: string;
  /** Its session's id. */
  readonly of: number;
}

function processes(): Process[] {
  const pids = attempt(() => readdirSync("/proc"), []).filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) =>
    attempt(() => {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      return [{ pid: Number(name), command, state: fields[0] ?? "", of: Number(fields[3]) }];
    }, []),
  );
}

function isMarked(pid: number, mark: string): boolean {
  return attempt(() => readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(mark), false);
}

/** Processes end while they are looked at. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
