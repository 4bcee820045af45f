import { expect, test } from "vitest";
import { flatness, type Sample } from "../../scripts/lambda/flat.ts";

const quiet: Sample = {
  ...{ n: 1, ms: 900, processes: 1, zombies: 0, files: 20, connections: 8, rssMb: 150, pssMb: 120 },
  ...{ entries: 27, bytes: 213_000_000, heldMb: 24 },
};
const fifty = (change: (n: number) => Partial<Sample>) =>
  flatness(Array.from({ length: 50 }, (_, i) => ({ ...quiet, n: i + 1, ...change(i + 1) })));

test("fifty sweeps that leave nothing are flat, whatever V8 puts off", () => {
  expect(fifty((n) => ({ rssMb: 130 + 1.5 * n, heldMb: n % 5 === 0 ? 24 + 0.02 * n : null }))).toEqual([]);
});

test.each<[string, (n: number) => Partial<Sample>]>([
  ["browser processes are left", (n) => (n > 30 ? { processes: 2 } : {})],
  ["a process is never taken leave of", (n) => (n === 50 ? { processes: 2, zombies: 1 } : {})],
  ["a file stays open now and then", (n) => ({ files: 20 + Math.floor(n / 25) })],
  ["a profile stays in the temporary directory", (n) => ({ entries: n > 48 ? 28 : 27 })],
  ["a file grows", (n) => ({ bytes: 213_000_000 + n })],
  ["connections pile up", (n) => ({ connections: 8 + n })],
  ["every sweep's list stays in memory", (n) => ({ heldMb: 24 + 0.5 * n })],
  ["what is held was never asked", () => ({ heldMb: null })],
])("fifty sweeps are not flat where %s", (_, change) => {
  expect(fifty(change)).toHaveLength(1);
});
