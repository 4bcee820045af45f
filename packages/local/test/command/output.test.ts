import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../src/lapse.ts", import.meta.url));

test.each([
  ["--version", 0],
  ["nothing-of-the-kind", 2],
])("%s ends with its own status where nobody reads what it says", async (argument, status) => {
  const child = spawn(process.execPath, [command, argument], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(status);
});
