import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** More is no policy and no session: a device that never ends, or another file. */
export const mostBytes = 1 << 20;
const pollMs = 20;

export type Input =
  | { readonly kind: "read"; readonly bytes: Buffer }
  | { readonly kind: "too-large" | "interrupted" };

/**
 * Reads a file, a pipe or a device, at most 1 MB of it. Nothing in it waits for the system, so that a pipe into which
 * nobody writes can be given up. Throws what the system says.
 */
export async function readInput(file: string, signal: AbortSignal): Promise<Input> {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return await readAll(handle, { signal, awaited: fstatSync(handle).isFIFO() && hasName(file) });
  } finally {
    closeSync(handle);
  }
}

/** @param awaited whether an end before the first byte means that nobody has opened it for writing yet */
async function readAll(
  handle: number,
  { signal, awaited }: { readonly signal: AbortSignal; awaited: boolean },
): Promise<Input> {
  const parts: Buffer[] = [];
  let length = 0;
  let waits = awaited;
  while (length <= mostBytes) {
    if (signal.aborted) return { kind: "interrupted" };
    const part = readSome(handle);
    if (part === null || (part.length === 0 && waits)) {
      if (part === null) waits = false;
      await pause(pollMs);
      continue;
    }
    if (part.length === 0) return { kind: "read", bytes: Buffer.concat(parts) };
    waits = false;
    parts.push(part);
    length += part.length;
  }
  return { kind: "too-large" };
}

/** What is there now, empty at the end; null where a writer has nothing ready. */
function readSome(handle: number): Buffer | null {
  const buffer = Buffer.alloc(1 << 16);
  try {
    return buffer.subarray(0, readSync(handle, buffer));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EAGAIN") return null;
    throw cause;
  }
}

/** A shell's `<(…)` and standard input have no path: whoever was to write there has it open, or is done. */
function hasName(file: string): boolean {
  try {
    realpathSync.native(file);
    return true;
  } catch {
    return false;
  }
}
