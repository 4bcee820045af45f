import { describe, expect, test } from "vitest";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { ledgerRecord } from "../../src/ledger/record.ts";
import { outcomeFacts } from "../../src/sweep/result.ts";
import { event, ref, sweepEnded } from "./sample.ts";

const upcoming = [{ ...ref("7530597266228558253"), on: "2026-11-30T00:00:00.000Z" }];
const events: readonly LedgerEvent[] = [
  event(1, { kind: "sweep-started", trigger: "by-hand" }),
  event(2, { kind: "intent", invitation: ref("7530597266228558253") }),
  event(3, { kind: "withdrawn", invitation: ref("7530597266228558253", null) }),
  event(4, { kind: "failed", invitation: ref("1"), reason: "its dialog never came" }),
  event(5, { kind: "unverified", invitation: ref("1"), reason: "it is gone" }),
  event(6, { kind: "reconciled", invitation: ref("1"), found: "gone" }),
  { ...sweepEnded(7), upcoming },
  { ...sweepEnded(7), profile: "/in/ada-example" },
  event(8, { kind: "announced", upcoming }),
  event(9, { kind: "confirmed", due: 0 }),
  event(10, { kind: "digest", week: "2026-W48", step: "sending" }),
  event(10, { kind: "digest", week: "2026-W48", step: "sending", until: 9, upcoming }),
  event(11, { kind: "problem-mail", problem: "belt", since: 4, step: "deferred", attempt: 2 }),
  event(11, { kind: "digest-failed", week: "2026-W48", reason: "refused" }),
  event(11, { kind: "digest-failed", week: "2026-W48", reason: "SES is throttling", again: true }),
  event(12, { kind: "digest", week: "2026-W48", step: "sending", attempt: 2 }),
  event(12, { kind: "mail-feedback", mail: "digest", feedback: "suppressed" }),
] as LedgerEvent[];

describe("an event of the ledger", () => {
  test.each(events.map((each) => [each.kind, each] as const))("%s is read as it was written", (_, each) => {
    expect(ledgerRecord.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
  });

  test.each(events.map((each) => [each.kind, each] as const))(
    "%s with a key that nobody knows is refused",
    (_, each) => {
      expect(ledgerRecord.safeParse({ ...each, more: 1 }).success).toBe(false);
    },
  );

  test("of a sweep may end in every outcome there is", () => {
    for (const outcome of Object.keys(outcomeFacts)) {
      expect(ledgerRecord.safeParse({ ...sweepEnded(1), outcome }).success).toBe(true);
    }
    expect(ledgerRecord.safeParse({ ...sweepEnded(1), outcome: "fine" }).success).toBe(false);
  });

  test("keeps an id as text: as a number it would be another", () => {
    const asNumber = event(2, { kind: "intent", invitation: ref("7530597266228558253") });
    const broken = { ...asNumber, invitation: { ...ref("1"), id: Number("7530597266228558253") } };
    expect(ledgerRecord.safeParse(broken).success).toBe(false);
  });

  test("has a time, a run and an account", () => {
    const whole = { kind: "confirmed", due: 3, at: 1, run: "r", account: null };
    expect(ledgerRecord.safeParse(whole).success).toBe(true);
    for (const wrong of [
      { at: -1 },
      { at: "1" },
      { run: "" },
      { account: undefined },
      { due: -1 },
      { due: 1.5 },
    ]) {
      expect(ledgerRecord.safeParse({ ...whole, ...wrong }).success).toBe(false);
    }
  });

  test("announces real days only: the notice is reckoned from them", () => {
    for (const on of ["", "soon", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-30"]) {
      const announced = { ...event(8, { kind: "announced", upcoming: [] }), upcoming: [{ ...ref("1"), on }] };
      expect(ledgerRecord.safeParse(announced).success).toBe(false);
    }
  });

  test("belongs to an ISO week", () => {
    const digest = event(10, { kind: "digest", week: "2026-W48", step: "sent" });
    for (const week of ["2026-48", "2026-W4", "W48"]) {
      expect(ledgerRecord.safeParse({ ...digest, week }).success).toBe(false);
    }
  });
});
