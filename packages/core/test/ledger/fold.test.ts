import { describe, expect, test } from "vitest";
import { foldLedger, spentInLastDay } from "../../src/ledger/fold.ts";
import { event, hour, now, ref, sweepEnded } from "./sample.ts";

const intent = (at: number, id = "1") => event(at, { kind: "intent", invitation: ref(id) });
const withdrawn = (at: number, id = "1") => event(at, { kind: "withdrawn", invitation: ref(id) });
const failed = (at: number, id = "1") =>
  event(at, { kind: "failed", invitation: ref(id), reason: "its dialog never came" });
const unverified = (at: number, id = "1") =>
  event(at, { kind: "unverified", invitation: ref(id), reason: "the counter did not go down by one" });
const reconciled = (at: number, found: "still-pending" | "gone", id = "1") =>
  event(at, { kind: "reconciled", invitation: ref(id), found });

describe("what counts against the day's cap", () => {
  test("a withdrawal, once", () => {
    expect(foldLedger([intent(10), withdrawn(12)]).spentAt).toEqual([12]);
  });

  test("one that could not be proved, once", () => {
    expect(foldLedger([intent(10), unverified(12)]).spentAt).toEqual([12]);
  });

  test("an intent without a result, at its own time", () => {
    const view = foldLedger([intent(10)]);
    expect(view.spentAt).toEqual([10]);
    expect(view.openIntents).toEqual([ref("1")]);
  });

  test("not one that failed", () => {
    expect(foldLedger([intent(10), failed(12)])).toMatchObject({ spentAt: [], openIntents: [] });
  });

  test("not an intent that a later sweep found to be still pending", () => {
    expect(foldLedger([intent(10), reconciled(20, "still-pending")])).toMatchObject({
      spentAt: [],
      openIntents: [],
    });
  });

  test("an intent that a later sweep found gone, at the time of its click", () => {
    expect(foldLedger([intent(10), reconciled(20, "gone")])).toMatchObject({
      spentAt: [10],
      openIntents: [],
    });
  });

  test("one click once, although its withdrawal was found undone", () => {
    expect(foldLedger([intent(10), withdrawn(12), unverified(15)]).spentAt).toEqual([12]);
  });

  test("one click once, although a later sweep settled it before the first one did", () => {
    expect(foldLedger([intent(10), reconciled(20, "gone"), withdrawn(21)]).spentAt).toEqual([10]);
    expect(foldLedger([intent(10), withdrawn(12), reconciled(20, "gone")]).spentAt).toEqual([12]);
  });

  test("two clicks on the same invitation twice", () => {
    expect(foldLedger([intent(10), withdrawn(12), intent(30), withdrawn(32)]).spentAt).toEqual([12, 32]);
    expect(foldLedger([intent(10), unverified(12), intent(30)]).spentAt).toEqual([12, 30]);
  });

  test("nothing of a sweep that only read", () => {
    const read = [event(5, { kind: "sweep-started", trigger: "preview" }), sweepEnded(6)];
    expect(foldLedger(read).spentAt).toEqual([]);
  });

  test("each person for themselves, with or without an id", () => {
    const nameless = { id: null, profile: null, name: "LinkedIn Member", sentAt: null };
    const events = [intent(10, "1"), intent(11, "2"), withdrawn(12, "2")];
    expect(foldLedger(events).openIntents).toEqual([ref("1")]);
    const noKey = event(13, { kind: "intent", invitation: nameless });
    expect(foldLedger([...events, noKey]).openIntents).toEqual([ref("1"), nameless]);
    expect(foldLedger([...events, noKey]).spentAt).toHaveLength(3);
  });
});

describe("the last 24 hours", () => {
  test("end just where a withdrawal is 24 hours old", () => {
    const view = { ...foldLedger([]), spentAt: [now - 24 * hour] };
    expect(spentInLastDay(view, now)).toBe(0);
    expect(spentInLastDay(view, now - 1)).toBe(1);
  });

  test("hold what is of now, and what a clock that was set back left in the future", () => {
    expect(spentInLastDay({ ...foldLedger([]), spentAt: [now, now + hour] }, now)).toBe(2);
  });

  test("are counted over all sweeps", () => {
    const events = [30, 23, 5, 1].flatMap((ago, i) => [
      intent(now - ago * hour - 1, String(i)),
      withdrawn(now - ago * hour, String(i)),
      sweepEnded(now - ago * hour + 1),
    ]);
    expect(spentInLastDay(foldLedger(events), now)).toBe(3);
  });
});
