import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beltLimit, type PlanInput, plan } from "../../src/plan/plan.ts";
import { day, keyOf } from "../invitation/sample.ts";
import { anyInput } from "./arbitrary.ts";

/** Everything that may not be acted on, told independently of the plan. */
const protections: Readonly<Record<string, (input: PlanInput, i: number) => boolean>> = {
  "is on the keep list": ({ policy, invitations }, i) =>
    policy.keep.profiles.some((link) => link.includes(`${invitations[i]?.profile}/`)),
  "cannot be told from somebody on it": ({ policy, invitations }, i) =>
    policy.keep.profiles.length > 0 && invitations[i]?.addresses.length === 0,
  "has a word that is kept": ({ policy, invitations }, i) => {
    const text = `${invitations[i]?.name} | ${invitations[i]?.headline}`.toLowerCase();
    return policy.keep.words.some((word) => text.includes(word.toLowerCase()));
  },
  "was sent with a note, where those are kept": ({ policy, invitations }, i) =>
    policy.keep.withNote && invitations[i]?.hasNote === true,
  "is among the newest that are kept": ({ policy }, i) => i < policy.keep.newest,
  "is not certainly old enough": ({ policy, invitations }, i) =>
    (invitations[i]?.age?.atLeast ?? 0) <= policy.olderThanDays * day,
  "has an unknown age": ({ invitations }, i) => invitations[i]?.age === null,
  "was not understood": ({ invitations }, i) => invitations[i]?.trouble !== null,
  "has neither id nor profile": ({ invitations }, i) =>
    invitations[i]?.id === null && invitations[i]?.profile === null,
  "has a promised day that has not come, or has none and needs notice": (
    { policy, trigger, invitations, now },
    i,
  ) => {
    const each = invitations[i];
    if (trigger.kind === "by-hand" || each === undefined) return false;
    const told = trigger.announced.get(keyOf(each));
    // Who was invited after it is another, and on a mail whose keep links are over nobody acts.
    const isOwn = told !== undefined && now - told.at <= (each.age?.atMost ?? Number.POSITIVE_INFINITY);
    if (!isOwn) return policy.noticeDays > 0;
    if (now < told.on) return true;
    return policy.noticeDays > 0 && (now < told.at + policy.noticeDays * day || now >= told.at + 60 * day);
  },
};

describe("a plan never acts on an invitation that", () => {
  test.each(Object.entries(protections))("%s", (_, forbids) => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const acted = plan(input).act.map((one) => input.invitations.indexOf(one));
        expect(acted.filter((i) => forbids(input, i))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a plan never acts", () => {
  test("on more than what the day's cap leaves", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(plan(input).act.length).toBeLessThanOrEqual(Math.max(0, input.policy.perDay - input.spent));
      }),
    );
  });

  test("so often that no more are pending than the policy wants", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const acted = plan(input).act.length;
        const pending = Math.min(input.pending ?? Number.POSITIVE_INFINITY, input.invitations.length);
        if (acted > 0) expect(pending - acted).toBeGreaterThanOrEqual(input.policy.onlyWhenPendingOver);
      }),
    );
  });

  test("in a scheduled sweep, where far more is due than was confirmed", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { items, act } = plan(input);
        if (input.trigger.kind === "by-hand") return;
        const due = items.filter((item) => item.state === "due").length;
        if (due > beltLimit(input.trigger.confirmedDue)) expect(act).toEqual([]);
      }),
    );
  });
});

test("the properties above speak about plans that do act", () => {
  const acting = fc.sample(anyInput, { numRuns: 500, seed: 1 }).filter((input) => plan(input).act.length > 0);
  expect(acting.length).toBeGreaterThan(50);
  expect(acting.some((input) => input.trigger.kind === "scheduled" && input.policy.noticeDays > 0)).toBe(
    true,
  );
});
