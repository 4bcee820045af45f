import { describe, expect, test } from "vitest";
import type { InvitationRef } from "../../src/invitation/invitation.ts";
import { type Announceable, announcementOf, sentAfterOf } from "../../src/ledger/announcement.ts";
import type { LedgerEvent, LedgerFact, Upcoming } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { event, now, ref, sweepEnded } from "./sample.ts";

const day = 86_400_000;

const on = (id: string, date: string): Upcoming => ({ ...ref(id), on: date });
const announced = (at: number, ...upcoming: Upcoming[]) => event(at, { kind: "announced", upcoming });

describe("what a digest announced", () => {
  const days = ["2026-11-10T00:00:00Z", "2026-11-17T00:00:00Z"] as const;

  test("counts from its first notice, however often it is named again", () => {
    const view = foldLedger([announced(100, on("1", days[0])), announced(200, on("1", days[0]))]);
    expect(view.announced.get("id:1")).toEqual({ at: 100, on: Date.parse(days[0]), renewedAt: 200 });
  });

  test("is promised for the latest day that any digest named", () => {
    const [early, late] = days.map((date) => [on("1", date), on("2", date)]) as [Upcoming[], Upcoming[]];
    for (const [first, second] of [
      [early, late],
      [late, early],
    ] as const) {
      const view = foldLedger([announced(100, ...first), announced(200, ...second)]);
      expect(view.announced.get("id:1")).toMatchObject({ at: 100, on: Date.parse(days[1]) });
    }
  });

  test("is nothing for somebody who cannot be told from others", () => {
    const nobody = { ...on("1", "2026-11-10T00:00:00Z"), id: null, profile: null };
    expect(foldLedger([announced(100, nobody)]).announced.size).toBe(0);
  });

  test("is not what a sweep merely intends", () => {
    const ended = { ...sweepEnded(100), upcoming: [on("1", "2026-11-10T00:00:00Z")] };
    expect(foldLedger([ended]).announced.size).toBe(0);
  });
});

describe("an announcement counts", () => {
  const bob = { id: null, profile: "/in/bob", name: "Bob Example", sentAt: null };
  const named = (daysAgo: number, of: InvitationRef = bob, more: Partial<Upcoming> = {}) =>
    announced(now - daysAgo * day, { ...of, on: "2026-11-10T00:00:00Z", ...more });
  const counts = (events: readonly LedgerEvent[], of: Announceable = bob) =>
    announcementOf(foldLedger(events).announced, of, now);

  test("for sixty days, which is as long as its keep link works", () => {
    expect(counts([named(59.9)])).not.toBeNull();
    expect(counts([named(60)])).toBeNull();
  });

  test("on, with its first day, while it is named again in time", () => {
    expect(counts([named(110), named(55)])).toMatchObject({ at: now - 110 * day });
    expect(counts([named(130), named(65)])).toBeNull();
    expect(counts([named(70), named(9)])).toMatchObject({ at: now - 9 * day });
  });

  test.each<[string, LedgerFact]>([
    ["withdrawn", { kind: "withdrawn", invitation: bob }],
    ["ignored", { kind: "ignored", invitation: bob }],
    ["answered", { kind: "answered", invitation: bob, age: { atLeast: day, atMost: 2 * day } }],
    ["found to be gone", { kind: "reconciled", invitation: bob, found: "gone" }],
    ["withdrawn under its id", { kind: "withdrawn", invitation: { ...bob, id: "7" } }],
  ])("no more once the invitation was %s, and the same person was invited again", (_, fact) => {
    expect(counts([named(10), event(now - day, fact)])).toBeNull();
    expect(counts([named(10), event(now - day, fact), named(0.5)])).toMatchObject({ at: now - 0.5 * day });
  });

  test("still when a click did not work", () => {
    const failed = event(now, { kind: "failed", invitation: bob, reason: "its dialog never came" });
    const still = event(now, { kind: "reconciled", invitation: bob, found: "still-pending" });
    expect(counts([named(10), failed, still])).not.toBeNull();
  });

  test("for nobody who was certainly invited after it", () => {
    const age = { atLeast: 3 * day, atMost: 8 * day };
    expect(counts([named(10)], { ...bob, age })).toBeNull();
    expect(counts([named(8)], { ...bob, age })).not.toBeNull();
    expect(counts([named(10)], { ...bob, sentAt: new Date(now - 9 * day).toISOString() })).toBeNull();
  });

  test("anew where the second invitation is named, which is told apart by when it was sent at the earliest", () => {
    const second = { ...bob, age: { atLeast: 3 * day, atMost: 8 * day } };
    const again = named(1, bob, sentAfterOf(second, now));
    expect(counts([named(10), again], second)).toMatchObject({ at: now - day });
  });
});

describe("what the member confirmed", () => {
  test("is null before they ever did", () => {
    expect(foldLedger([]).confirmedDue).toBeNull();
  });

  test("is what they said last, be it more or less", () => {
    const said = (at: number, due: number) => event(at, { kind: "confirmed", due });
    expect(foldLedger([said(1, 40), said(2, 300), said(3, 0)]).confirmedDue).toBe(0);
  });
});
