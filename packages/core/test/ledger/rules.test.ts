import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { foldLedger, spentInLastDay } from "../../src/ledger/fold.ts";
import { event, hour, now, ref } from "./sample.ts";

type Ending = "withdrawn" | "unverified" | "failed" | "died" | "died, still pending" | "died, gone";

/** One click with what became of it, as a sweep and the next one write it. */
function click(id: string, at: number, ending: Ending): LedgerEvent[] {
  const invitation = ref(id);
  const facts: Readonly<Record<Ending, readonly LedgerFact[]>> = {
    withdrawn: [{ kind: "withdrawn", invitation }],
    unverified: [{ kind: "unverified", invitation, reason: "it is gone" }],
    failed: [{ kind: "failed", invitation, reason: "its dialog never came" }],
    died: [],
    "died, still pending": [{ kind: "reconciled", invitation, found: "still-pending" }],
    "died, gone": [{ kind: "reconciled", invitation, found: "gone" }],
  };
  return [
    event(at, { kind: "intent", invitation }),
    ...facts[ending].map((fact, i) => event(at + 1_000 * (i + 1), fact)),
  ];
}

const ending = fc.constantFrom<Ending>(
  "withdrawn",
  "unverified",
  "failed",
  "died",
  "died, still pending",
  "died, gone",
);
const clicks = fc.array(fc.record({ ending, ago: fc.integer({ min: 0, max: 72 }) }), { maxLength: 30 });
const countsAgainstCap = (end: Ending) => end !== "failed" && end !== "died, still pending";

describe("over any history of clicks", () => {
  test("each that may have been a withdrawal counts against the cap exactly once", () => {
    fc.assert(
      fc.property(clicks, (history) => {
        const events = history.flatMap(({ ending: end, ago }, i) => click(`${i}`, now - ago * hour, end));
        const view = foldLedger(events);
        expect(view.spentAt).toHaveLength(history.filter(({ ending: end }) => countsAgainstCap(end)).length);
        const open = history.flatMap(({ ending: end }, i) => (end === "died" ? [ref(`${i}`)] : []));
        expect(view.openIntents).toEqual(open);
      }),
    );
  });

  test("the day's share is never more than the whole, and falls as time goes by", () => {
    fc.assert(
      fc.property(clicks, fc.integer({ min: 0, max: 100 }), (history, later) => {
        const view = foldLedger(
          history.flatMap(({ ending: end, ago }, i) => click(`${i}`, now - ago * hour, end)),
        );
        const spent = spentInLastDay(view, now);
        expect(spent).toBeLessThanOrEqual(view.spentAt.length);
        expect(spentInLastDay(view, now + later * hour)).toBeLessThanOrEqual(spent);
      }),
    );
  });

  test("reading it again says the same, and changes nothing", () => {
    fc.assert(
      fc.property(clicks, (history) => {
        const events = history.flatMap(({ ending: end, ago }, i) => click(`${i}`, now - ago * hour, end));
        const before = structuredClone(events);
        expect(foldLedger(events)).toEqual(foldLedger(events));
        expect(events).toEqual(before);
      }),
    );
  });
});
