import fc from "fast-check";
import { expect, test } from "vitest";
import { nextTry } from "../../src/digest/offers.ts";

const hour = 3_600_000;

test("a mail that is never taken is offered by hourly runs after one hour, two, four, and then every six", () => {
  fc.assert(
    // The second of the hour in which each run comes to it.
    fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 40, maxLength: 40 }), (late) => {
      const offered: number[] = [];
      const deferredAt: number[] = [];
      for (const [run, lateMs] of late.entries()) {
        const now = run * hour + lateMs;
        const { attempt, tooSoon } = nextTry(deferredAt, now);
        expect(attempt).toBe(deferredAt.length + 1);
        if (tooSoon) continue;
        offered.push(run);
        deferredAt.push(now);
      }
      expect(offered).toEqual([0, 1, 3, 7, 13, 19, 25, 31, 37]);
    }),
  );
});

test("the order in which the tries were written down does not matter", () => {
  expect(nextTry([5 * hour, 0], 6 * hour)).toEqual({ attempt: 3, tooSoon: true });
  expect(nextTry([0, 5 * hour], 7 * hour)).toEqual({ attempt: 3, tooSoon: false });
});
