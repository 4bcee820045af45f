import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import { expect, test } from "vitest";
import { lastTold, weekState } from "../../src/digest/told.ts";

const at = (time: number, fact: LedgerFact): LedgerEvent => ({ ...fact, at: time, run: "r", account: null });
const until = (events: readonly LedgerEvent[]) => lastTold(events)?.until;
const sending = (time: number, week: string) => at(time, { kind: "digest", week, step: "sending" });
const sent = (time: number, week: string) => at(time, { kind: "digest", week, step: "sent" });
const quiet = (time: number, week: string) => at(time, { kind: "digest", week, step: "quiet" });
const failed = (time: number, week: string) => at(time, { kind: "digest-failed", week, reason: "no answer" });

test("a digest goes on where the last one that arrived had gathered its facts", () => {
  expect(lastTold([])).toBeNull();
  expect(until([sending(10, "2026-W47"), sent(15, "2026-W47")])).toBe(10);
  expect(until([sending(10, "2026-W47"), sent(15, "2026-W47"), quiet(20, "2026-W48")])).toBe(20);
});

test("a digest that was made while a sweep wrote goes on after the last event that it told", () => {
  const opened = at(20, { kind: "digest", week: "2026-W48", step: "quiet", until: 15 });
  expect(lastTold([opened])).toEqual({ until: 15, at: 20 });
});

test("what a digest had to say that may not have arrived is said again by the next", () => {
  const arrived = [sending(10, "2026-W47"), sent(15, "2026-W47")];
  expect(until([...arrived, sending(20, "2026-W48"), failed(21, "2026-W48")])).toBe(10);
  expect(until([...arrived, sending(20, "2026-W48")])).toBe(10);
});

test("a week that was opened has ended, is under way, or was abandoned", () => {
  const week = "2026-W48";
  const minute = 60_000;
  expect(weekState([sending(0, week)], week, 15 * minute)).toBe("in-flight");
  expect(weekState([sending(0, week)], week, 60 * minute)).toBe("abandoned");
  expect(weekState([], week, 60 * minute)).toBe("in-flight");
  for (const end of [sent(1, week), failed(1, week)]) {
    expect(weekState([sending(0, week), end], week, 60 * minute)).toBe("ended");
  }
  expect(weekState([quiet(0, week)], week, 60 * minute)).toBe("ended");
  expect(weekState([sending(0, week), sent(1, "2026-W47")], week, 60 * minute)).toBe("abandoned");
});
