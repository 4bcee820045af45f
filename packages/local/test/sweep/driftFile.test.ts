import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepDriftReport } from "../../src/sweep/driftFile.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "lapse-drift-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const at = Date.UTC(2026, 10, 23, 7, 0, 0);

describe("Reports of pages that were not understood", () => {
  test("are kept by their time, for their owner alone", () => {
    const path = keepDriftReport(data, "a report", at);
    expect(path).toBe(join(data, "drift", "2026-11-23T07-00-00-000Z.txt"));
    expect(readFileSync(path, "utf8")).toBe("a report");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, "drift")).mode & 0o777).toBe(0o700);
  });

  test("are ten at most: the oldest goes", () => {
    const paths = Array.from({ length: 13 }, (_, i) => keepDriftReport(data, `${i}`, at + i * 3_600_000));
    expect(readdirSync(join(data, "drift")).sort()).toEqual(paths.slice(3).map((path) => basename(path)));
  });

  test("are all that is deleted there", () => {
    keepDriftReport(data, "first", at);
    writeFileSync(join(data, "drift", "0000-my-notes.txt"), "mine");
    for (let i = 1; i < 12; i++) keepDriftReport(data, `${i}`, at + i);
    const left = readdirSync(join(data, "drift"));
    expect(left).toHaveLength(11);
    expect(left).toContain("0000-my-notes.txt");
  });
});
