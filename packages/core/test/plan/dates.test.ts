import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/digest/day.ts";
import { type InvitationRef, invitationKey } from "../../src/invitation/invitation.ts";
import type { Announcement } from "../../src/ledger/announcement.ts";
import { type DatesInput, datesOf } from "../../src/plan/dates.ts";
import { day, now } from "../invitation/sample.ts";
import { ref } from "../ledger/sample.ts";

const people = (count: number) => Array.from({ length: count }, (_, i) => ref(String(i)));
const input = (
  more: Partial<DatesInput["policy"]> = {},
  told: [string, Announcement][] = [],
): DatesInput => ({
  policy: { perDay: 2, noticeDays: 7, timezone: "Europe/Berlin", ...more },
  view: { announced: new Map(told), promised: new Map(told) },
  now,
  spent: 0,
});
const iso = (dates: readonly number[]) => dates.map((ms) => new Date(ms).toISOString().slice(0, 16));

describe("the dates of what is due", () => {
  test("lie on the first day that is wholly after the notice, and then on the days that follow", () => {
    expect(iso(datesOf(people(5), input()))).toEqual([
      ...["2026-11-30T23:00", "2026-11-30T23:00"],
      ...["2026-12-01T23:00", "2026-12-01T23:00", "2026-12-02T23:00"],
    ]);
  });

  test("begin at once without a notice, with what is left of the day", () => {
    const today = { ...input({ noticeDays: 0 }), spent: 1 };
    expect(iso(datesOf(people(2), today))).toEqual(["2026-11-23T12:00", "2026-11-23T23:00"]);
  });

  test("are those that were promised, unless too many were promised one day", () => {
    const on = now + 2 * day;
    const told = people(3).map((each): [string, Announcement] => [
      `id:${each.id}`,
      { at: now - 6 * day, on },
    ]);
    expect(iso(datesOf(people(3), input({}, told)))).toEqual([
      ...["2026-11-25T12:00", "2026-11-25T12:00", "2026-11-25T23:00"],
    ]);
  });

  test("are those that were promised, also once the member asks for no notice", () => {
    const on = now + 2 * day;
    const told: [string, Announcement] = ["id:0", { at: now - 6 * day, on }];
    expect(iso(datesOf(people(2), input({ noticeDays: 0 }, [told])))).toEqual([
      ...["2026-11-25T12:00", "2026-11-23T12:00"],
    ]);
  });

  test("are days of the member's own calendar, also where its clocks change", () => {
    const before = Date.parse("2026-10-23T12:00:00Z");
    const sunday = { ...input({ noticeDays: 1, perDay: 1 }), now: before };
    expect(iso(datesOf(people(2), sunday))).toEqual(["2026-10-24T22:00", "2026-10-25T23:00"]);
  });
});

const anyDates = fc.record({
  count: fc.nat(60),
  told: fc.array(fc.option(fc.tuple(fc.integer({ min: -90, max: 0 }), fc.integer({ min: -40, max: 40 })))),
  perDay: fc.integer({ min: 1, max: 10 }),
  noticeDays: fc.constantFrom(0, 1, 7, 28),
  timezone: fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
  ),
  spent: fc.nat(12),
  hour: fc.nat(24 * 365),
});

test("no date is past or breaks a notice or a promise, and no day has more than its limit", () => {
  fc.assert(
    fc.property(anyDates, ({ count, told, perDay, noticeDays, timezone, spent, hour }) => {
      const at = now + hour * 3_600_000;
      const due = people(count);
      const announced = new Map(
        due.flatMap((each, i): [string, Announcement][] => {
          const days = told[i] ?? null;
          return days === null ? [] : [[keyOf(each), { at: at + days[0] * day, on: at + days[1] * day }]];
        }),
      );
      const policy = { perDay, noticeDays, timezone };
      const dates = datesOf(due, { policy, view: { announced, promised: announced }, now: at, spent });
      const perDate = new Map([[dayOf(at, timezone, at).key, spent]]);
      due.forEach((each, i) => {
        const on = dates[i] ?? Number.NaN;
        const promise = announced.get(keyOf(each));
        expect(on).toBeGreaterThanOrEqual(at);
        const counts = promise !== undefined && at < promise.at + 60 * day;
        expect(on).toBeGreaterThanOrEqual((counts ? promise.at : at) + noticeDays * day);
        expect(on).toBeGreaterThanOrEqual(promise?.on ?? at);
        const date = dayOf(on, timezone, at).key;
        perDate.set(date, (perDate.get(date) ?? 0) + 1);
      });
      const today = dayOf(at, timezone, at).key;
      for (const [date, times] of perDate)
        expect(times).toBeLessThanOrEqual(date === today ? Math.max(perDay, spent) : perDay);
    }),
  );
});

function keyOf(each: InvitationRef): string {
  return invitationKey(each) ?? "";
}
