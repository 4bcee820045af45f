import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A new folder that is removed after the file's tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lapse-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
