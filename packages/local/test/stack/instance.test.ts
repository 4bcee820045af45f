import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { claimInstance } from "../../src/stack/instance.ts";
import { newFolder } from "../support/folders.ts";
import { killed, startHolder } from "../support/startHolder.ts";

describe("A data directory has one instance", () => {
  test("and a second one is told who holds it, where it is, and what to do", async () => {
    const path = newFolder();
    const holder = await startHolder("lock", path);
    expect(() => claimInstance(path)).toThrow(
      `Lapse already runs on ${path}, process ${holder.pid} (form http://127.0.0.1:4000): stop it, or name another directory with --data.`,
    );
  });

  test("and one that was killed is succeeded at once", async () => {
    const path = newFolder();
    await killed(await startHolder("lock", path));
    claimInstance(path).release();
  });

  test("and one that is just ending is waited for", async () => {
    const path = newFolder();
    const holder = await startHolder("lock", path);
    holder.kill("SIGTERM");
    claimInstance(path, 60_000).release();
  });

  test("and one that stopped leaves it free", () => {
    const path = openDataDirectory(newFolder()).path;
    claimInstance(path).release();
    claimInstance(path).release();
  });

  test("and a second one in the same process is refused as well", () => {
    const path = newFolder();
    const first = claimInstance(path);
    expect(() => claimInstance(path)).toThrow(/already runs/);
    first.release();
  });

  test("and a lock file that is none is named", () => {
    const path = newFolder();
    writeFileSync(join(path, "lock"), "x".repeat(2_000));
    expect(() => claimInstance(path)).toThrow(/lock cannot be locked/);
  });
});
