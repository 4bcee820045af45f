import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file so that after a crash it is there whole or not at all. Mode 0600. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = join(dirname(path), `.draft-${randomUUID()}`);
  const file = openSync(draft, "wx", 0o600);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
