import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Appends all of it and has it on the disk before it returns. A file system that is nearly full takes a part and says
 * so in a number alone. Where not all of it could be written, that part is cut off again as far as the disk allows.
 */
export function appendWhole(path: string, text: string): void {
  const handle = openSync(path, "a", 0o600);
  try {
    const { size } = fstatSync(handle);
    try {
      writeAll(handle, text);
      fsyncSync(handle);
    } catch (cause) {
      cutOff(handle, size);
      throw cause;
    }
    if (size === 0) syncName(path);
  } finally {
    closeSync(handle);
  }
}

/** Puts `text` in place of whatever stands from byte `from` on. */
export function replaceEnd(path: string, from: number, text: string): void {
  const handle = openSync(path, "r+");
  try {
    writeAll(handle, text, from);
    // Only now: what stood there before is better than nothing.
    ftruncateSync(handle, from + Buffer.byteLength(text));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAll(handle: number, text: string, from: number | null = null): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    const at = from === null ? null : from + done;
    done += writeSync(handle, bytes, done, bytes.length - done, at);
  }
}

function cutOff(handle: number, size: number): void {
  try {
    ftruncateSync(handle, size);
    fsyncSync(handle);
  } catch {
    // Whoever reads it next knows a line without its end.
  }
}

/** A new file's name is on the disk when its directory is. */
function syncName(path: string): void {
  const directory = openSync(dirname(path), "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
