import { describe, expect, test } from "vitest";
import { layeringFaults } from "./house/layering.ts";
import { sources } from "./house/sources.ts";

const core = "packages/core/src/plan/plan.ts";
const page = "packages/core/src/linkedin/page/press.ts";
const replica = "packages/replica/src/site/pages.ts";
const faults = (path: string, text: string) => layeringFaults({ path, text });

describe("The arrow between the packages", () => {
  const files = sources(/^packages\/[^/]+\/src\/.*\.ts$/);

  test("is looked for in every source", () => {
    for (const name of ["core", "browser", "extension", "functions", "local", "replica"]) {
      expect(files.filter(({ path }) => path.startsWith(`packages/${name}/`)).length, name).toBeGreaterThan(
        5,
      );
    }
  });

  test("holds", () => {
    expect(files.flatMap(layeringFaults)).toEqual([]);
  });
});

describe("The check sees", () => {
  test.each([
    [core, 'import { x } from "@lapse/functions/config";'],
    [core, 'import type { X } from "@lapse/browser/tab";'],
    [core, 'export * from "@lapse/replica/replica";'],
    [core, 'export { x } from "../../../replica/src/replica.ts";'],
    [core, 'const x = await import("@lapse/local/start");'],
    [core, 'type X = import("@lapse/functions/config").Config;'],
    [core, 'import "node:fs";'],
    [core, 'import { readFileSync } from "fs";'],
    [core, 'import { launch } from "puppeteer-core";'],
    [core, "const x = await import(somewhere);"],
    [core, "const now = Date.now();"],
    [core, 'const now = Date["now"]();'],
    [core, "const clock = { now: Date.now };"],
    [core, "const now = new Date();"],
    [core, "const now = Date();"],
    [core, "const id = Math.random();"],
    [core, "setTimeout(() => 1, 5);"],
    [core, "const wait = { pause: setTimeout };"],
    [core, 'const home = process.env["HOME"];'],
    [core, "const answer = await fetch(url);"],
    [core, "const id = crypto.randomUUID();"],
    [core, "const sly = globalThis.fetch;"],
    [page, "const now = Date.now();"],
    [page, "const id = Math.random();"],
    [page, 'import { x } from "@lapse/replica/replica";'],
    [replica, 'import { addressOfSlug } from "@lapse/core/invitation/profile";'],
    [replica, 'import { addressOfSlug } from "../../../core/src/invitation/profile.ts";'],
    ["packages/functions/src/config.ts", 'import { x } from "@lapse/replica/replica";'],
    ["packages/functions/src/config.ts", 'import { x } from "@lapse/local/lapse";'],
    ["packages/browser/src/tab.ts", 'import { x } from "@lapse/functions/config";'],
  ])("in %s: %s", (path, text) => {
    expect(faults(path, text)).toHaveLength(1);
  });
});

describe("The check lets pass", () => {
  test.each([
    [core, 'import * as z from "zod"; import { html } from "hono/html"; import { a } from "../b.ts";'],
    [core, "const at = new Date(ms); const then = Date.parse(text); const most = Math.max(1, 2);"],
    [core, "// Date.now() and process.env are for others\nconst text = 'Math.random()';"],
    [core, "function plan({ fetch }: Ports) { return fetch(1); }"],
    [core, "interface Ports { readonly fetch: () => void; process(x: number): void }"],
    [core, "const done = ports.fetch(1); const all = { process: 1 };"],
    [page, "setTimeout(() => 1, 5); const found = document.querySelector('a');"],
    [replica, "const now = Date.now(); import { createServer } from 'node:http';"],
    [
      "packages/local/src/start.ts",
      'import { x } from "@lapse/replica/replica"; import { y } from "@lapse/core/plan/plan";',
    ],
    ["packages/core/test/plan.test.ts", 'import { x } from "@lapse/replica/replica";'],
  ])("in %s: %s", (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });
});
