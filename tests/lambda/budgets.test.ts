import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FunctionName } from "../../infra/bundling.ts";
import { budgets, overBudget } from "../../scripts/lambda/budgets.ts";
import { bundle } from "../../scripts/lambda/bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "lapse-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sizes = { folder: "", handler: "bundle.handler", laterBytes: 0, heaviest: [] };

test("a bundle that is as large as its budget is over it", () => {
  for (const name of Object.keys(budgets) as FunctionName[]) {
    const { start = 1, unpacked = 1 } = budgets[name];
    const over = overBudget(name, { ...sizes, name, startBytes: start, unpackedBytes: unpacked });
    expect(over).toHaveLength(Object.keys(budgets[name]).length);
    const under = { ...sizes, name, startBytes: start - 1, unpackedBytes: unpacked - 1 };
    expect(overBudget(name, under)).toEqual([]);
  }
});

test("what only the page that seals needs is not read when the web starts", async () => {
  const { startBytes, laterBytes, heaviest } = await bundle("Web", folder);
  expect(laterBytes).toBeGreaterThan(300_000);
  expect(startBytes).toBeLessThan(budgets.Web.start ?? 0);
  expect(heaviest.map(([name]) => name)).not.toContain("@aws-crypto/material-management");
});
