import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Session } from "@lapse/core/session/session";

/**
 * Writes renewed cookies back into the session file: whole or not at all, with the mode it had, and whatever else
 * stands in it left as it is. The cookies are in the clear nowhere but there.
 */
export function writeSessionBack(file: string, session: Session): void {
  const path = realpathSync(file);
  const before = statSync(path);
  const document = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, "")) as {
    cookies: { name: string; value: string }[];
  };
  const left = new Map(session.cookies.map((cookie) => [cookie.name, cookie.value]));
  for (const cookie of document.cookies) {
    const value = left.get(cookie.name);
    if (value !== undefined) cookie.value = value;
  }
  const known = new Set(document.cookies.map((cookie) => cookie.name));
  for (const [name, value] of left) if (!known.has(name)) document.cookies.push({ name, value });

  const draft = join(dirname(path), `.lapse-${randomBytes(6).toString("hex")}`);
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(document, null, 2)}\n`);
    fchmodSync(handle, before.mode & 0o7777);
    if (process.getuid?.() === 0) fchownSync(handle, before.uid, before.gid);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}
