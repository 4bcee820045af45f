import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Weekday, weekdays } from "../../src/policy/policy.ts";
import { digestDue, digestSlot } from "../../src/schedule/digestSlot.ts";
import { isoWeek } from "../../src/schedule/isoWeek.ts";
import { anyMoment, anyZone, oddZones } from "./arbitrary.ts";

const hour = 3_600_000;
const week = 7 * 24 * hour;

function slot(timezone: string, day: Weekday, at: number, now: string): string {
  return new Date(digestSlot({ timezone, digest: { day, hour: at } }, Date.parse(now))).toISOString();
}

describe("the digest's slot", () => {
  test("is the latest chosen weekday and hour in the member's zone", () => {
    expect(slot("Europe/Berlin", "monday", 9, "2026-11-23T07:59:59.999Z")).toBe("2026-11-16T08:00:00.000Z");
    expect(slot("Europe/Berlin", "monday", 9, "2026-11-23T08:00:00Z")).toBe("2026-11-23T08:00:00.000Z");
    expect(slot("Asia/Kolkata", "sunday", 0, "2026-11-23T00:00:00Z")).toBe("2026-11-21T18:30:00.000Z");
  });

  test("in an hour that is skipped is the next one that exists", () => {
    // Berlin goes from 2:00 to 3:00 on 28 March 2027, a Sunday.
    expect(slot("Europe/Berlin", "sunday", 2, "2027-03-28T12:00:00Z")).toBe("2027-03-28T01:00:00.000Z");
    expect(slot("Europe/Berlin", "sunday", 3, "2027-03-28T12:00:00Z")).toBe("2027-03-28T01:00:00.000Z");
    // Lord Howe goes from 2:00 to 2:30.
    expect(slot("Australia/Lord_Howe", "sunday", 2, "2026-10-05T00:00:00Z")).toBe("2026-10-03T15:30:00.000Z");
  });

  test("in an hour that comes twice is the first", () => {
    expect(slot("Europe/Berlin", "sunday", 2, "2026-10-25T12:00:00Z")).toBe("2026-10-25T00:00:00.000Z");
  });

  test("comes exactly once in each ISO week, for every day and hour, over years", () => {
    for (const timezone of oddZones) {
      fc.assert(
        fc.property(fc.constantFrom(...weekdays), fc.nat({ max: 23 }), (day, at) => {
          const policy = { timezone, digest: { day, hour: at } };
          const slots = new Set<number>();
          const start = Date.UTC(2026, 0, 7, 12);
          for (let now = start; now < start + 110 * week; now += week) {
            slots.add(digestSlot(policy, now));
            slots.add(digestSlot(policy, now + 3.5 * 24 * hour));
          }
          const weeks = [...slots].map((ms) => isoWeek(ms, timezone));
          expect(new Set(weeks).size).toBe(weeks.length);
          expect(weeks.length).toBeGreaterThanOrEqual(110);
          expect(weeks.length).toBeLessThanOrEqual(112);
        }),
        { numRuns: 4 },
      );
    }
  });

  test("is past, is the same all week long, and is one of few", () => {
    fc.assert(
      fc.property(
        anyZone,
        anyMoment,
        fc.constantFrom(...weekdays),
        fc.nat({ max: 23 }),
        (timezone, now, day, at) => {
          const policy = { timezone, digest: { day, hour: at } };
          const found = digestSlot(policy, now);
          expect(found).toBeLessThanOrEqual(now);
          expect(now - found).toBeLessThanOrEqual(week + 2 * hour);
          expect(digestSlot(policy, found)).toBe(found);
          expect(digestSlot(policy, found - 1)).toBeLessThan(found);
        },
      ),
    );
  });
});

describe("a digest", () => {
  const policy = { timezone: "UTC", digest: { day: "monday", hour: 9 } } as const;
  const monday9 = Date.parse("2026-11-23T09:00:00Z");

  test("is due once, however often one asks", () => {
    const signedUpAt = monday9 - 2 * week;
    expect(digestDue(policy, { now: monday9, signedUpAt, lastSlot: null })).toBe(monday9);
    expect(digestDue(policy, { now: monday9 + hour, signedUpAt, lastSlot: monday9 })).toBeNull();
    expect(digestDue(policy, { now: monday9 - 1, signedUpAt, lastSlot: monday9 - week })).toBeNull();
  });

  test("that was missed is made up for, and older ones are not", () => {
    const signedUpAt = monday9 - 9 * week;
    const now = monday9 + 50 * hour;
    expect(digestDue(policy, { now, signedUpAt, lastSlot: monday9 - 3 * week })).toBe(monday9);
  });

  test("is not due for a slot before the hour of signing up", () => {
    const minutes = 60_000;
    expect(digestDue(policy, { now: monday9 + hour, signedUpAt: monday9 + hour, lastSlot: null })).toBeNull();
    const within = monday9 + 59 * minutes;
    expect(digestDue(policy, { now: within, signedUpAt: within, lastSlot: null })).toBe(monday9);
  });

  test("counts the hour of signing up by the member's own clock", () => {
    const india = { timezone: "Asia/Kolkata", digest: { day: "monday", hour: 9 } } as const;
    const slotInIndia = Date.parse("2026-11-23T03:30:00Z");
    const signedUpAt = Date.parse("2026-11-23T04:20:00Z");
    expect(digestDue(india, { now: signedUpAt, signedUpAt, lastSlot: null })).toBe(slotInIndia);
  });
});

describe("the ISO week", () => {
  test.each([
    ["2026-11-23T00:00:00Z", "UTC", "2026-W48"],
    ["2026-12-31T12:00:00Z", "UTC", "2026-W53"],
    ["2027-01-01T12:00:00Z", "UTC", "2026-W53"],
    ["2024-12-30T12:00:00Z", "UTC", "2025-W01"],
    ["2026-11-22T23:30:00Z", "Europe/Berlin", "2026-W48"],
    ["2026-11-23T00:30:00Z", "America/New_York", "2026-W47"],
  ])("of %s in %s is %s", (at, zone, expected) => {
    expect(isoWeek(Date.parse(at), zone)).toBe(expected);
  });
});
