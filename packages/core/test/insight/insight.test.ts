import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestCases, insightOf } from "../../src/insight/insight.ts";
import type { InvitationRef } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { day } from "../invitation/sample.ts";
import { event, now, ref } from "../ledger/sample.ts";

const policy = { olderThanDays: 30 };

function answered(id: number | InvitationRef, days: number, wide = 1, at = now): LedgerEvent {
  const invitation = typeof id === "number" ? ref(String(id)) : id;
  const atMost = days * day;
  return event(at, {
    kind: "answered",
    invitation,
    age: { atLeast: Math.max(0, atMost - wide * day), atMost },
  });
}

const each = (count: number, days: (i: number) => number, wide = 1) =>
  Array.from({ length: count }, (_, i) => answered(i, days(i), wide));
function swept({ upcoming, at }: { readonly upcoming: InvitationRef; readonly at: number }): LedgerEvent {
  const coming = [{ ...upcoming, on: new Date(now + 9 * day).toISOString() }];
  return event(at, {
    ...{ kind: "sweep-ended", outcome: "nothing-due", message: "", pending: 1, read: 1, counts: {} },
    upcoming: coming,
  });
}

describe("what the history of answers says", () => {
  test("is the age by which nearly all of them came, with the number of cases, beside the policy", () => {
    const events = each(84, (i) => (i < 82 ? 1 + (i % 19) : 60));
    const insight = insightOf(events, policy);
    expect(insight).toMatchObject({ cases: 84, days: 19, olderThanDays: 30 });
    expect(insight?.share).toBeCloseTo(82 / 84);
    expect(insight?.sentence).toBe(
      "Of the 84 that were answered, 97 % were within 19 days; you withdraw at 30.",
    );
  });

  test("says all where it was all, and one day where it was one", () => {
    expect(
      insightOf(
        each(30, () => 1),
        policy,
      )?.sentence,
    ).toBe("Of the 30 that were answered, all were within 1 day; you withdraw at 30.");
  });

  test("rounds a share down, and a day up", () => {
    const insight = insightOf(
      each(199, (i) => (i < 198 ? 2.2 : 50)),
      policy,
    );
    expect(insight?.sentence).toContain("99 % were within 3 days");
  });

  test("is silent where there are too few cases", () => {
    expect(
      insightOf(
        each(fewestCases - 1, () => 3),
        policy,
      ),
    ).toBeNull();
    expect(
      insightOf(
        each(fewestCases, () => 3),
        policy,
      ),
    ).not.toBeNull();
    expect(insightOf([], policy)).toBeNull();
  });

  test("is silent where most of the answers were seen too late to tell when they came", () => {
    const coarse = (count: number) =>
      each(40, (i) => (i < count ? 20 : 5)).map((one, i) => (i < count ? answered(i, 20, 8) : one));
    expect(insightOf(coarse(21), policy)).toBeNull();
    expect(insightOf(coarse(20), policy)).not.toBeNull();
  });
});

describe("a case", () => {
  const enough = each(fewestCases, () => 3);
  const one = ref("extra");
  const cases = (...more: LedgerEvent[]) => insightOf([...enough, ...more], policy)?.cases;

  test("counts once, though a crash wrote it twice, and with the greater age", () => {
    const twice = [answered(one, 9), answered(one, 12)];
    expect(cases(...twice)).toBe(fewestCases + 1);
    expect(insightOf([...enough, ...twice], policy)?.curve.at(-1)?.days).toBe(12);
    expect(insightOf([...enough, ...twice.toReversed()], policy)?.curve.at(-1)?.days).toBe(12);
  });

  const touches: [string, LedgerFact][] = [
    ["clicked", { kind: "intent", invitation: one }],
    ["withdrawn by us", { kind: "withdrawn", invitation: one }],
    ["found pending by a later sweep", { kind: "reconciled", invitation: one, found: "still-pending" }],
    ["refused", { kind: "failed", invitation: one, reason: "x" }],
    ["unproved", { kind: "unverified", invitation: one, reason: "x" }],
  ];
  test.each(touches)("does not count where the invitation was %s", (_, fact) => {
    expect(cases(answered(one, 9), event(now + day, fact))).toBe(fewestCases);
    expect(cases(event(now - day, fact), answered(one, 9))).toBe(fewestCases);
  });

  test("does not count where a later sweep had the invitation on its list, and an earlier one is no objection", () => {
    expect(cases(answered(one, 9), swept({ upcoming: one, at: now + day }))).toBe(fewestCases);
    expect(cases(answered(one, 9), swept({ upcoming: one, at: now - day }))).toBe(fewestCases + 1);
  });

  test("does not count for a received invitation, or one that may just have expired", () => {
    expect(cases(answered({ ...one, direction: "received" }, 9))).toBe(fewestCases);
    expect(cases(answered(one, 180))).toBe(fewestCases);
    expect(cases(answered(one, 179))).toBe(fewestCases + 1);
  });
});

const anyAnswers = fc.array(
  fc.record({
    id: fc.nat(120),
    atLeast: fc.integer({ min: 0, max: 170 * day }),
    wide: fc.integer({ min: 0, max: 9 * day }),
    touched: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { minLength: 20, maxLength: 150, size: "max" },
);

test("the curve grows to all of the cases, and equals a count by hand at every day", () => {
  let spoken = 0;
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const events = answers.flatMap(({ id, atLeast, wide, touched }): LedgerEvent[] => {
        const invitation = ref(String(id));
        const age = { atLeast, atMost: atLeast + wide };
        const fact = event(now, { kind: "answered", invitation, age });
        return touched ? [fact, event(now, { kind: "intent", invitation })] : [fact];
      });
      const insight = insightOf(events, policy);
      const latest = latestAges(answers);
      if (insight === null) return;
      spoken += 1;
      const byDay = (days: number) => latest.filter((atMost) => atMost <= days * day).length;
      expect(insight.cases).toBe(latest.length);
      for (const { days, answered: count, share } of insight.curve) {
        expect(count).toBe(byDay(days));
        expect(share).toBe(count / latest.length);
      }
      const shares = insight.curve.map(({ share }) => share);
      expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
      expect(byDay(insight.days) / latest.length).toBeGreaterThanOrEqual(0.97);
      expect(byDay(insight.days - 1) / latest.length).toBeLessThan(0.97);
      expect(insight.share).toBe(byDay(insight.days) / latest.length);
    }),
  );
  expect(spoken).toBeGreaterThan(20);
});

/** The upper end of each invitation's age, once each, without those that we touched. */
function latestAges(
  answers: readonly { id: number; atLeast: number; wide: number; touched: boolean }[],
): number[] {
  const ours = new Set(answers.filter((one) => one.touched).map((one) => one.id));
  const ids = [...new Set(answers.map((one) => one.id))].filter((id) => !ours.has(id));
  return ids.map((id) =>
    Math.max(...answers.filter((one) => one.id === id).map((one) => one.atLeast + one.wide)),
  );
}
