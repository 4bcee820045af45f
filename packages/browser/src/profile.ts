import { chmod, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "lapse-profile-";

/**
 * A fresh directory for one browser. Nothing of a session is in it (cookies live in memory), but a process that was
 * killed leaves it behind: those whose process is gone are removed here.
 */
export async function freshProfile(parent = tmpdir()): Promise<string> {
  const stale = (await readdir(parent)).filter((name) => name.startsWith(prefix) && !isAlive(pidOf(name)));
  await Promise.all(stale.map((name) => removeOwn(join(parent, name))));
  return mkdtemp(join(parent, `${prefix}${process.pid}-`));
}

/** A profile that stays: whoever can read it has its member's session, so only its owner may. */
export async function ownProfile(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  return path;
}

function pidOf(name: string): number {
  return Number(name.slice(prefix.length).split("-")[0]);
}

async function removeOwn(path: string): Promise<void> {
  try {
    const { uid } = await stat(path);
    if (uid === process.getuid?.()) await rm(path, { recursive: true, force: true });
  } catch {
    // Another start was faster.
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
