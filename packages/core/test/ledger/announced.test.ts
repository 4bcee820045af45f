import { describe, expect, test } from "vitest";
import type { Upcoming } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { event, ref, sweepEnded } from "./sample.ts";

const on = (id: string, date: string): Upcoming => ({ ...ref(id), on: date });
const announced = (at: number, ...upcoming: Upcoming[]) => event(at, { kind: "announced", upcoming });

describe("what a digest announced", () => {
  test("counts from its first notice, however often it is named again", () => {
    const view = foldLedger([
      announced(100, on("1", "2026-11-10T00:00:00Z")),
      announced(200, on("1", "2026-11-17T00:00:00Z"), on("2", "2026-11-17T00:00:00Z")),
    ]);
    expect(view.announced.get("id:1")).toEqual({ at: 100, on: Date.parse("2026-11-10T00:00:00Z") });
    expect(view.announced.get("id:2")).toEqual({ at: 200, on: Date.parse("2026-11-17T00:00:00Z") });
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

describe("what the member confirmed", () => {
  test("is null before they ever did", () => {
    expect(foldLedger([]).confirmedDue).toBeNull();
  });

  test("is what they said last, be it more or less", () => {
    const said = (at: number, due: number) => event(at, { kind: "confirmed", due });
    expect(foldLedger([said(1, 40), said(2, 300), said(3, 0)]).confirmedDue).toBe(0);
  });
});
