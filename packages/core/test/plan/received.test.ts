import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Invitation } from "../../src/invitation/invitation.ts";
import { keepReason } from "../../src/plan/keep.ts";
import { planReceived, type ReceivedInput } from "../../src/plan/received.ts";
import { day, invitation, keyOf, now } from "../invitation/sample.ts";
import { anyInput } from "./arbitrary.ts";
import { policyWith, scheduled } from "./sample.ts";

const from = (slug: string, days: number, more: Partial<Invitation> = {}) =>
  invitation(slug, days, { direction: "received", ...more });

function planned(invitations: readonly Invitation[], more: Partial<ReceivedInput> = {}) {
  return planReceived({
    policy: policyWith({ perDay: 50, received: { ignoreOlderThanDays: 30 } }),
    invitations,
    now,
    spent: 0,
    sentDue: 0,
    trigger: { kind: "by-hand" },
    ...more,
  });
}

const states = (...args: Parameters<typeof planned>) =>
  planned(...args).items.map(({ state, reason }) => [state, reason]);

/** The lists of the sent side, as if others had sent them; some are not people's. */
const anyReceived: fc.Arbitrary<ReceivedInput> = anyInput.chain(({ pending: _, ...input }) =>
  fc
    .record({
      limit: fc.option(fc.integer({ min: 7, max: 200 }), { nil: null, freq: 8 }),
      others: fc.array(fc.nat(80), { maxLength: 6 }),
      sentDue: fc.nat(40),
    })
    .map(({ limit, others, sentDue }) => ({
      ...input,
      sentDue,
      policy: { ...input.policy, received: { ignoreOlderThanDays: limit } },
      invitations: input.invitations.map((each, i) => ({
        ...each,
        direction: "received" as const,
        ...(others.includes(i) ? { person: false as const } : {}),
      })),
    })),
);

describe("a plan for received invitations, whatever is asked", () => {
  test("acts only on people's, certainly older than the policy's days, kept by no rule", () => {
    fc.assert(
      fc.property(anyReceived, (input) => {
        const limit = input.policy.received.ignoreOlderThanDays;
        for (const each of planReceived(input).act) {
          expect(limit).not.toBeNull();
          expect(each.person).toBeUndefined();
          expect(each.trouble).toBeNull();
          expect(each.age?.atLeast).toBeGreaterThan((limit ?? 0) * day);
          expect(keepReason(input.policy, each, 0)).toBeNull();
        }
      }),
    );
  });

  test("goes beyond neither what is left of the day's cap nor the belt, and never before the notice", () => {
    fc.assert(
      fc.property(anyReceived, (input) => {
        const { act, items, belt } = planReceived(input);
        expect(act.length).toBeLessThanOrEqual(Math.max(0, input.policy.perDay - input.spent));
        if (belt) expect(act).toEqual([]);
        expect(items).toHaveLength(input.invitations.length);
        if (input.trigger.kind !== "scheduled" || input.policy.noticeDays === 0) return;
        for (const each of act) {
          const told = input.trigger.announced.get(keyOf(each));
          expect(told?.at).toBeLessThanOrEqual(now - input.policy.noticeDays * day);
        }
      }),
    );
  });

  test("takes the oldest first, whatever the order of the page", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 31, max: 400 }), { maxLength: 30 }), (ages) => {
        const { act } = planned(
          ages.map((days, i) => from(`otto-${i}`, days)),
          { spent: 45 },
        );
        const oldest = [...ages].sort((a, b) => b - a).slice(0, 5);
        expect(act.map((each) => (each.age?.atLeast ?? 0) / day)).toEqual(oldest);
      }),
    );
  });
});

describe("a received invitation", () => {
  test("is due only when it is certainly older: not at exactly that age", () => {
    const at = (ms: number) => from("otto", 0, { age: { atLeast: ms, atMost: null } });
    expect(states([at(30 * day)])).toEqual([["fresh", "not certainly older than 30 days"]]);
    expect(states([at(30 * day + 1)])).toEqual([["due", "older than 30 days"]]);
  });

  test("is not touched by the rules for the newest and for how many are pending", () => {
    const policy = policyWith(
      { received: { ignoreOlderThanDays: 30 }, onlyWhenPendingOver: 1_000, olderThanDays: 365 },
      { newest: 500 },
    );
    expect(planned([from("otto", 40)], { policy }).act).toHaveLength(1);
  });

  test("that came with a note is kept where notes are kept", () => {
    const policy = policyWith({ received: { ignoreOlderThanDays: 30 } }, { withNote: true });
    expect(states([from("otto", 40, { hasNote: true })], { policy })).toEqual([
      ["kept", "came with a note, which you keep"],
    ]);
  });

  test("of an event, a page, a newsletter or a group is kept, however old and whatever is unclear about it", () => {
    expect(states([from("otto", 400, { person: false, age: null, trouble: "odd" })])).toEqual([
      ["kept", "not a person"],
    ]);
  });

  test("of unknown age or in trouble is unreadable", () => {
    expect(states([from("otto", 40, { age: null }), from("eve", 40, { trouble: "odd" })])).toEqual([
      ["unreadable", "its age is unknown"],
      ["unreadable", "odd"],
    ]);
  });

  test("waits for its notice, and a notice to withdraw from the same person is none", () => {
    const policy = policyWith({ received: { ignoreOlderThanDays: 30 }, noticeDays: 7 });
    const otto = from("otto", 40, { id: null });
    const long = { at: now - 35 * day, on: now - 30 * day };
    const toOtto = new Map([[keyOf({ ...otto, direction: "sent" }), long]]);
    expect(planned([otto], { policy, trigger: scheduled(null, toOtto) }).act).toEqual([]);
    const fromOtto = scheduled(null, new Map([[keyOf(otto), long]]));
    const told = planned([otto], { policy, trigger: fromOtto });
    expect(told.act).toEqual([otto]);
    expect(told.items[0]?.reason).toContain("announced, to be ignored from");
  });

  test("shares one belt with the sent ones", () => {
    const policy = policyWith({ received: { ignoreOlderThanDays: 30 }, noticeDays: 0 });
    const many = Array.from({ length: 30 }, (_, i) => from(`otto-${i}`, 40 + i));
    const trigger = scheduled(null);
    expect(planned(many, { policy, trigger, sentDue: 20 }).belt).toBe(false);
    expect(planned(many, { policy, trigger, sentDue: 21 })).toMatchObject({ belt: true, act: [] });
  });
});
