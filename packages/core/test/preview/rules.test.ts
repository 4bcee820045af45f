import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/digest/day.ts";
import { invitationKey } from "../../src/invitation/invitation.ts";
import { foldLedger, spentInLastDay } from "../../src/ledger/fold.ts";
import { keepReason } from "../../src/plan/keep.ts";
import { type PlanInput, plan } from "../../src/plan/plan.ts";
import { type PreviewInput, previewOf } from "../../src/preview/preview.ts";
import { pendingNow } from "../../src/reading/aged.ts";
import { triggerOf } from "../../src/sweep/trigger.ts";
import { day } from "../invitation/sample.ts";
import { anyPreview } from "./arbitrary.ts";

const runs = { numRuns: 200 };

/** The input of the scheduled sweep that would run at that moment. */
function sweepOf({ policy, reading, events, now }: PreviewInput): PlanInput {
  const view = foldLedger(events);
  const trigger = triggerOf({ trigger: "scheduled" }, view);
  const { sent } = pendingNow(reading, events, now);
  return {
    ...{ policy, now, invitations: sent.invitations, pending: sent.pending },
    ...{ spent: spentInLastDay(view, now), trigger },
  };
}

describe("whatever the list, the policy and the ledger", () => {
  test("everybody on a list is in exactly one group of its preview", () => {
    fc.assert(
      fc.property(anyPreview, (input) => {
        const shown = previewOf(input);
        const { sent, received } = pendingNow(input.reading, input.events, input.now);
        for (const [side, list] of [
          [shown.sent, sent],
          [shown.received, received],
        ] as const) {
          if (side === null || list === null) continue;
          const direction = side === shown.sent ? undefined : "received";
          const coming = shown.coming.filter(({ ref }) => ref.direction === direction);
          const groups = [...coming, ...side.kept, ...side.fresh, ...side.unreadable];
          const names = (refs: readonly Parameters<typeof invitationKey>[0][]) =>
            refs.map((ref) => invitationKey(ref) ?? "nobody").sort();
          expect(names(groups.map(({ ref }) => ref))).toEqual(names(list.invitations));
          expect(side.due).toBe(coming.length);
          expect(side.ages.reduce((sum, { count }) => sum + count, 0)).toBe(side.read);
        }
      }),
      runs,
    );
  });

  test("nobody who is kept, not old enough or not understood is shown as coming", () => {
    fc.assert(
      fc.property(anyPreview, (input) => {
        const { policy } = input;
        const { sent, received } = pendingNow(input.reading, input.events, input.now);
        const coming = new Set(previewOf(input).coming.map(({ ref }) => invitationKey(ref)));
        [...sent.invitations, ...(received?.invitations ?? [])].forEach((each, rank) => {
          const limit =
            each.direction === "sent" ? policy.olderThanDays : policy.received.ignoreOlderThanDays;
          const safe =
            limit === null ||
            each.trouble !== null ||
            keepReason(policy, each, rank) !== null ||
            (each.age?.atLeast ?? 0) <= limit * day;
          if (safe) expect(coming.has(invitationKey(each))).toBe(false);
        });
      }),
      runs,
    );
  });

  test("the greater the number of days, the fewer are due, and the policy's own number tells its own", () => {
    fc.assert(
      fc.property(anyPreview, (input) => {
        const { choices, sent } = previewOf(input);
        choices.forEach(({ days, due }, i) => {
          const next = choices[i + 1];
          if (next === undefined) return;
          expect(next.days).toBeGreaterThan(days);
          expect(next.due).toBeLessThanOrEqual(due);
        });
        expect(choices.filter((each) => each.chosen)).toEqual([
          { days: input.policy.olderThanDays, due: sent.due, chosen: true },
        ]);
      }),
      runs,
    );
  });

  test("a sweep at that moment acts on those alone whose date has come", () => {
    fc.assert(
      fc.property(anyPreview, (input) => {
        const shown = previewOf(input);
        const { act, belt } = plan(sweepOf(input));
        const today = shown.coming.filter(
          ({ ref, on }) => ref.direction === undefined && (on ?? input.now + 1) <= input.now,
        );
        const keys = (refs: readonly Parameters<typeof invitationKey>[0][]) => refs.map(invitationKey).sort();
        if (belt) expect(shown.belt).toBe(true);
        else expect(keys(act)).toEqual(keys(today.map(({ ref }) => ref)));
      }),
      runs,
    );
  });

  test("what is coming stands in the order of its dates, with no more on a day than the policy allows", () => {
    fc.assert(
      fc.property(anyPreview, (input) => {
        const { perDay, timezone } = input.policy;
        const { coming } = previewOf(input);
        expect(coming.map(({ on }) => on)).toEqual(
          coming.map(({ on }) => on).sort((a, b) => (a ?? 0) - (b ?? 0)),
        );
        const perDate = new Map<string, number>();
        for (const { ifConfirmed, on } of coming) {
          expect(on).toBe(ifConfirmed);
          const date = dayOf(ifConfirmed, timezone, input.now).key;
          perDate.set(date, (perDate.get(date) ?? 0) + 1);
        }
        for (const times of perDate.values()) expect(times).toBeLessThanOrEqual(perDay);
      }),
      runs,
    );
  });
});

test("the properties above speak of previews with something in every group, and of sweeps that act", () => {
  const some = fc.sample(anyPreview, { numRuns: 300, seed: 7 });
  const shown = some.map(previewOf);
  const often = (count: number) => expect(count).toBeGreaterThan(10);
  often(shown.filter(({ sent }) => sent.due && sent.kept.length && sent.fresh.length).length);
  often(shown.filter(({ sent }) => sent.unreadable.length > 0).length);
  often(shown.filter(({ received }) => (received?.due ?? 0) > 0).length);
  expect(shown.some(({ belt }) => belt)).toBe(true);
  often(some.filter((input) => input.policy.noticeDays > 0 && plan(sweepOf(input)).act.length > 0).length);
});
