import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let here: string;
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), "lapse-run-"));
});
afterEach(() => rmSync(here, { recursive: true, force: true }));

/** Runs scripts/run.mjs of a repository that lacks a package, with an npm that only notes that it was called. */
function run(prepare: (repository: string) => void) {
  const repository = join(here, "repository");
  for (const folder of ["repository/scripts", "bin", "elsewhere"])
    mkdirSync(join(here, folder), { recursive: true });
  copyFileSync(
    fileURLToPath(new URL("../scripts/run.mjs", import.meta.url)),
    join(repository, "scripts/run.mjs"),
  );
  writeFileSync(join(repository, "package-lock.json"), '{"packages":{"node_modules/a":{"version":"1.0.0"}}}');
  writeFileSync(join(repository, "entry.mjs"), "");
  writeFileSync(join(here, "bin/npm"), `#!/bin/sh\ntouch '${join(here, "called")}'\n`, { mode: 0o755 });
  prepare(repository);
  const path = `${join(here, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const ran = spawnSync(process.execPath, [join(repository, "scripts/run.mjs"), "entry.mjs"], {
    env: { ...process.env, PATH: path },
    encoding: "utf8",
  });
  return { status: ran.status, err: ran.stderr, installed: existsSync(join(here, "called")) };
}

describe("What starts a command where packages are missing", () => {
  test("installs them", () => {
    expect(run(() => undefined)).toMatchObject({ status: 0, installed: true });
  });

  test("installs nothing through a symbolic link: that would empty what is behind it", () => {
    const ran = run((repository) => symlinkSync(join(here, "elsewhere"), join(repository, "node_modules")));
    expect(ran).toMatchObject({ status: 1, installed: false });
    expect(ran.err).toMatch(/^lapse: node_modules is a symbolic link.*nothing was installed.*\n$/);
  });
});
