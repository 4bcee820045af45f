import { describe, expect, test } from "vitest";
import { toldOf } from "../../../src/sweep/profile/told.ts";
import { outcomeFacts, type SweepOutcome } from "../../../src/sweep/result.ts";
import { item } from "../sample.ts";

const outcomes = Object.keys(outcomeFacts) as SweepOutcome[];

describe("what a member is told of one withdrawal", () => {
  test.each(outcomes)("of %s is one sentence that ends, and names what it knows", (outcome) => {
    for (const state of ["withdrawn", "due", "failed", "answered", "unverified"] as const) {
      const told = toldOf({ outcome, why: "It is so." }, item(state));
      expect(told).toMatch(/\.$/);
      expect(told).not.toMatch(/undefined|null/);
    }
  });

  test("never says that it was withdrawn where it was not", () => {
    for (const outcome of outcomes)
      for (const state of ["due", "failed", "answered", "unverified", "unreadable"] as const)
        expect(toldOf({ outcome, why: null }, item(state))).not.toMatch(/Example was withdrawn/);
  });

  test("says that it was withdrawn before a wall stood in the way of the second look", () => {
    const told = toldOf({ outcome: "signed-out", why: "Sign in again." }, item("withdrawn"));
    expect(told).toBe("The invitation to Ada Example was withdrawn before this: Sign in again.");
  });

  test("gives the reason why it was not", () => {
    expect(toldOf({ outcome: "done", why: null }, item("failed"))).toContain(item("failed").reason);
    expect(toldOf({ outcome: "nothing-due", why: null }, null)).toContain("no pending invitation");
  });
});
