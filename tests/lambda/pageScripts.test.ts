import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { bundledFunctions, bundling } from "../../infra/bundling.ts";
import { root } from "../../scripts/lambda/paths.ts";

const folder = mkdtempSync(join(tmpdir(), "lapse-scripts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What makes the kit of a page, from a bundle with or without the names of functions. */
async function kitFrom(keepNames: boolean): Promise<string> {
  const outfile = join(folder, `kit-${keepNames}.mjs`);
  const core = "./packages/core/src/linkedin";
  await build({
    stdin: {
      contents: `export { kitSource } from "${core}/page/kit.ts"; export { callRoll } from "${core}/page/rows.ts";`,
      resolveDir: root,
    },
    ...{ bundle: true, format: "esm", target: "esnext", minify: bundling.minify, keepNames, outfile },
  });
  const { kitSource, callRoll } = await import(pathToFileURL(outfile).href);
  const words = { actWords: "a", moreWords: "b", nextWords: "c", previousWords: "d" };
  return `[${kitSource({ purpose: "sent", note: "", counter: "", ...words })}.purpose, typeof ${callRoll}]`;
}

test("what the sweep runs in a page stands alone when it is bundled for AWS", async () => {
  expect(runInNewContext(await kitFrom(bundledFunctions.Sweep.keepNames))).toEqual(["sent", "function"]);
});

test("functions that keep their names would not: they call what the bundler put beside them", async () => {
  const kit = await kitFrom(true);
  expect(() => runInNewContext(kit)).toThrow(/is not defined/);
});
