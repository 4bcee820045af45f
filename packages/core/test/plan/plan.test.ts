import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "../../src/plan/plan.ts";
import { anyInput } from "./arbitrary.ts";

const runs = { numRuns: 300 };

describe("a plan, whatever is asked", () => {
  test("says one thing of each invitation, in the page's order", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { items } = plan(input);
        expect(items.map((item) => item.invitation)).toEqual(input.invitations);
        for (const item of items) expect(item.reason).not.toBe("");
      }),
      runs,
    );
  });

  test("is the same when asked twice, and changes nothing that it was given", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = structuredClone(input);
        const first = plan(input);
        expect(plan(input)).toEqual(first);
        expect(input).toEqual(before);
      }),
      runs,
    );
  });

  test("acts on the oldest first, and only on what is due", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { items, act } = plan(input);
        const due = items.filter((item) => item.state === "due").map((item) => item.invitation);
        expect(act.every((one) => due.includes(one))).toBe(true);
        expect(new Set(act).size).toBe(act.length);
        const ranks = act.map((one) => input.invitations.indexOf(one));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      }),
      runs,
    );
  });

  test("passes over nobody who may be withdrawn and is older", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        fc.pre(input.trigger.kind === "by-hand");
        const { items, act, capped } = plan(input);
        const due = items.filter((item) => item.state === "due").map((item) => item.invitation);
        expect(act).toEqual(due.reverse().slice(0, act.length));
        expect(act.length + capped).toBe(due.length);
      }),
      runs,
    );
  });

  test("calls nobody due who is understood only in part, or certainly not older than the policy says", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { invitation, state } of plan(input).items) {
          if (state !== "due") continue;
          expect(invitation.trouble).toBeNull();
          expect(invitation.id ?? invitation.profile).not.toBeNull();
          expect(invitation.age?.atLeast ?? 0).toBeGreaterThan(input.policy.olderThanDays * 86_400_000);
        }
      }),
      runs,
    );
  });
});
