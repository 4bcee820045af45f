import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announcementOf } from "../../src/ledger/announcement.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { type Feedback, feedbacks } from "../../src/ledger/feedback.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { plan } from "../../src/plan/plan.ts";
import { triggerOf } from "../../src/sweep/trigger.ts";
import { day, invitation, keyOf, now } from "../invitation/sample.ts";
import { policyWith } from "../plan/sample.ts";

const list = Array.from({ length: 6 }, (_, i) => invitation(`person-${i}`, 100 + i));

interface Named {
  /** Whole days before now. */
  readonly ago: number;
  readonly who: readonly number[];
  readonly by: "digest" | "page";
  /** What came back about it, and how long after; null where nothing did. */
  readonly back: { readonly feedback: Feedback; readonly after: number } | null;
}

const anyNamed: fc.Arbitrary<Named> = fc.record({
  ago: fc.integer({ min: 0, max: 59 }),
  who: fc.uniqueArray(fc.integer({ min: 0, max: list.length - 1 }), { maxLength: list.length }),
  by: fc.constantFrom("digest" as const, "digest" as const, "page" as const),
  back: fc.option(
    fc.record({ feedback: fc.constantFrom(...feedbacks), after: fc.integer({ min: -1, max: 3 }) }),
  ),
});
const anyHistory = fc
  .array(anyNamed, { maxLength: 6 })
  .map((all) => all.toSorted((one, other) => other.ago - one.ago));
const hasArrived = ({ by, back }: Named) => by === "page" || back === null || back.feedback === "complained";

/** As digests, the page of the start and `mail-events` write it: each with a run of its own, sorted by time. */
function eventsOf(history: readonly Named[]): LedgerEvent[] {
  const events = history.flatMap(({ ago, who, by, back }, i): LedgerEvent[] => {
    const at = now - ago * day;
    const upcoming = who.flatMap((n) => {
      const one = list[n];
      if (one === undefined) return [];
      const { id, profile, name, sentAt } = one;
      return [{ id, profile, name, sentAt, on: new Date(at).toISOString() }];
    });
    const written = { run: `run-${i}`, account: null };
    const named = { kind: "announced", upcoming, at, ...written } as const;
    if (by === "page") return [named];
    const sent = { kind: "digest", week: "2026-W40", step: "sent", at, ...written } as const;
    if (back === null) return [sent, named];
    const { feedback, after } = back;
    return [
      sent,
      named,
      { kind: "mail-feedback", mail: "digest", feedback, at: at + after * day, ...written },
    ];
  });
  return events.toSorted((one, other) => one.at - other.at);
}

const announcedBy = (events: readonly LedgerEvent[]) => foldLedger(events).announced;

describe("a digest that came back", () => {
  const bob = list.slice(0, 1);
  const once = (ago: number, feedback: Feedback | null, by: Named["by"] = "digest"): Named => ({
    ...{ ago, who: [0], by },
    back: feedback === null ? null : { feedback, after: 0 },
  });
  const countsOf = (...history: Named[]) =>
    bob.map((one) => announcementOf(announcedBy(eventsOf(history)), one, now)?.at ?? null);

  test.each(["bounced", "undelivered", "suppressed", "rejected"] as const)(
    "%s has announced nobody",
    (feedback) => {
      expect(countsOf(once(9, feedback))).toEqual([null]);
    },
  );

  test("as spam had arrived, and what it announced counts", () => {
    expect(countsOf(once(9, "complained"))).toEqual([now - 9 * day]);
  });

  test("changes nothing about whom an earlier one had told, and gives a later one the first day", () => {
    expect(countsOf(once(30, null), once(9, "bounced"))).toEqual([now - 30 * day]);
    expect(countsOf(once(30, "bounced"), once(9, null))).toEqual([now - 9 * day]);
  });

  test("takes nothing from whom the member saw on the page of the start", () => {
    expect(countsOf(once(9, null, "page"), once(8, "bounced"))).toEqual([now - 9 * day]);
  });

  test("is told apart from a problem's mail of the same run", () => {
    const [digest, named] = eventsOf([once(9, null)]);
    const problem = { kind: "mail-feedback", mail: "problem", feedback: "bounced" } as const;
    const about = { ...problem, at: now, run: "run-0", account: null };
    expect(announcedBy([digest, named, about].filter((event) => event !== undefined)).size).toBe(1);
  });
});

test("nobody is acted on before a page, or a mail that did not come back, named them and the notice ran", () => {
  const notice = fc.constantFrom(1, 7, 14, 28);
  fc.assert(
    fc.property(anyHistory, notice, (history, noticeDays) => {
      const policy = policyWith({ olderThanDays: 30, perDay: 50, noticeDays });
      const trigger = triggerOf({ trigger: "scheduled" }, foldLedger(eventsOf(history)));
      const { act } = plan({ policy, invitations: list, pending: list.length, now, spent: 0, trigger });
      const told = (n: number) =>
        history.some((named) => hasArrived(named) && named.who.includes(n) && named.ago >= noticeDays);
      // Both ways: whoever was told is not kept waiting by a mail that did not arrive.
      expect(act.map(keyOf).sort()).toEqual(
        list
          .filter((_, n) => told(n))
          .map(keyOf)
          .sort(),
      );
    }),
  );
});

test("what came back says the same twice, and wherever in the ledger it stands", () => {
  fc.assert(
    fc.property(anyHistory, fc.infiniteStream(fc.nat()), (history, random) => {
      const events = eventsOf(history);
      const back = events.filter(({ kind }) => kind === "mail-feedback");
      const moved = events.filter(({ kind }) => kind !== "mail-feedback");
      for (const event of [...back, ...back]) {
        const place = random.next().value ?? 0;
        moved.splice(place % (moved.length + 1), 0, event);
      }
      expect(foldLedger(moved)).toEqual(foldLedger(events));
    }),
  );
});
