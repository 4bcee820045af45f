import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { paceOf, pauseOf } from "../../src/sweep/pace.ts";

const perDay = fc.integer({ min: 1, max: 50 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the pace between two withdrawals", () => {
  test("lets a day's withdrawals fit into ten minutes", () => {
    fc.assert(
      fc.property(perDay, (count) => {
        expect(paceOf({ ...defaultPolicy, perDay: count }) * count).toBeLessThanOrEqual(600_000);
      }),
    );
  });

  test("is unhurried all the same: twelve seconds at the very least, 45 at most", () => {
    expect(paceOf({ ...defaultPolicy, perDay: 50 })).toBe(12_000);
    expect(paceOf({ ...defaultPolicy, perDay: 14 })).toBe(42_857);
    expect(paceOf({ ...defaultPolicy, perDay: 13 })).toBe(45_000);
    expect(paceOf({ ...defaultPolicy, perDay: 1 })).toBe(45_000);
  });

  test("of more withdrawals is never slower", () => {
    fc.assert(
      fc.property(perDay, perDay, (a, b) => {
        const pace = (count: number) => paceOf({ ...defaultPolicy, perDay: count });
        expect(pace(Math.max(a, b))).toBeLessThanOrEqual(pace(Math.min(a, b)));
      }),
    );
  });
});

describe("one pause", () => {
  test("is the mean, half as much more or less", () => {
    expect([pauseOf(10_000, 0), pauseOf(10_000, 0.5), pauseOf(10_000, 0.999_999)]).toEqual([
      5_000, 10_000, 15_000,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 45_000 }), chance, (mean, by) => {
        const pause = pauseOf(mean, by);
        expect(pause).toBeGreaterThanOrEqual(Math.round(mean / 2));
        expect(pause).toBeLessThanOrEqual(Math.round(mean * 1.5));
      }),
    );
  });

  test("is none where there is to be none", () => {
    expect([pauseOf(0, 0), pauseOf(0, 0.7)]).toEqual([0, 0]);
  });
});
