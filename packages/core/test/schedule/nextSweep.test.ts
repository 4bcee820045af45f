import fc from "fast-check";
import { expect, test } from "vitest";
import { nextSweepAt } from "../../src/schedule/nextSweep.ts";
import { wallTime } from "../../src/schedule/zone.ts";
import { anyMoment, anySpread, anyZone } from "./arbitrary.ts";

const hour = 3_600_000;

function next(zone: string, after: string, spread: number): string {
  return new Date(nextSweepAt({ timezone: zone }, Date.parse(after), spread)).toISOString();
}

test("a sweep is around ten in the morning of the member's own zone", () => {
  expect(next("Europe/Berlin", "2026-11-23T00:00:00Z", 0.5)).toBe("2026-11-23T09:00:00.000Z");
  expect(next("America/New_York", "2026-11-23T00:00:00Z", 0)).toBe("2026-11-23T13:00:00.000Z");
  expect(next("Asia/Kolkata", "2026-11-23T00:00:00Z", 0.999999)).toBe("2026-11-23T06:29:59.000Z");
});

test("after today's sweep comes tomorrow's, to the second", () => {
  expect(next("UTC", "2026-11-23T09:59:59.999Z", 0.5)).toBe("2026-11-23T10:00:00.000Z");
  expect(next("UTC", "2026-11-23T10:00:00Z", 0.5)).toBe("2026-11-24T10:00:00.000Z");
});

test("a day that a zone skips has no sweep", () => {
  expect(next("Pacific/Apia", "2011-12-29T20:00:00Z", 0.5)).toBe("2011-12-30T20:00:00.000Z");
});

test("each is between 8 and 12 on the wall, and 20 to 28 hours after the one before", () => {
  fc.assert(
    fc.property(anyZone, anyMoment, anySpread, (timezone, start, spread) => {
      let at = nextSweepAt({ timezone }, start, spread);
      expect(at - start).toBeLessThanOrEqual(28 * hour);
      for (let day = 0; day < 20; day += 1) {
        const then = nextSweepAt({ timezone }, at, spread);
        expect(then - at).toBeGreaterThanOrEqual(20 * hour);
        expect(then - at).toBeLessThanOrEqual(28 * hour);
        expect(wallTime(then, timezone).hour).toBeGreaterThanOrEqual(8);
        expect(wallTime(then, timezone).hour).toBeLessThan(12);
        at = then;
      }
    }),
    { numRuns: 60 },
  );
});

test("every change of clocks of a year is crossed in 20 to 28 hours", () => {
  for (const timezone of ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "America/Nuuk"]) {
    let at = Date.UTC(2026, 0, 1);
    for (let day = 0; day < 366; day += 1) {
      const then = nextSweepAt({ timezone }, at, 0.3);
      if (day > 0) expect([23, 23.5, 24, 24.5, 25]).toContain((then - at) / hour);
      at = then;
    }
  }
});

test("a sweep that ran late does not move tomorrow's", () => {
  fc.assert(
    fc.property(anyZone, anyMoment, anySpread, (timezone, start, spread) => {
      const at = nextSweepAt({ timezone }, start, spread);
      expect(nextSweepAt({ timezone }, at + 6 * hour, spread)).toBe(nextSweepAt({ timezone }, at, spread));
    }),
  );
});
