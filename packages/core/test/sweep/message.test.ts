import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../src/sweep/message.ts";
import { type ItemState, outcomeFacts, type SweepOutcome } from "../../src/sweep/result.ts";
import { item } from "./sample.ts";

const items = (counts: Partial<Record<ItemState, number>>) =>
  Object.entries(counts).flatMap(([state, n]) => Array.from({ length: n }, () => item(state as ItemState)));
const outcomes = Object.keys(outcomeFacts) as SweepOutcome[];
const stopping = outcomes.filter((outcome) => !["busy", "belt"].includes(outcome));

describe("what a member is told of a sweep", () => {
  test.each<[SweepOutcome, Partial<Record<ItemState, number>>, string]>([
    ["done", { withdrawn: 1, kept: 3 }, "1 invitation was withdrawn; nobody has to act."],
    [
      "done",
      { withdrawn: 2, answered: 1 },
      "2 invitations were withdrawn, 1 answered meanwhile; nobody has to act.",
    ],
    [
      "done",
      { failed: 2, unreadable: 1 },
      "Nothing was withdrawn, 2 failed, with the reason beside each, 1 not understood and kept; nobody has to act.",
    ],
    ["nothing-due", {}, "Nothing is due among 0 invitations; nobody has to act."],
    ["nothing-due", { fresh: 1 }, "Nothing is due among 1 invitation; nobody has to act."],
    ["previewed", { due: 1, kept: 4 }, "1 invitation of 5 would be withdrawn; nothing was touched."],
    [
      "capped",
      { withdrawn: 10, due: 4 },
      "10 invitations were withdrawn; the day's limit leaves 4 more for the next sweep; nobody has to act.",
    ],
    [
      "out-of-time",
      { withdrawn: 3, due: 4 },
      "3 invitations were withdrawn; the time was over, and the next sweep goes on from here; nobody has to act.",
    ],
    [
      "interrupted",
      { due: 4 },
      "Nothing was withdrawn; the sweep was interrupted, and the next one goes on from here; nobody has to act.",
    ],
    [
      "belt",
      { due: 60 },
      "60 invitations are due, far more than you last confirmed: nothing was withdrawn. Look at the list and confirm it.",
    ],
    [
      "paused",
      { withdrawn: 2, due: 6 },
      "2 invitations were withdrawn; then you paused or disconnected Lapse, and nothing more follows until you resume or connect again.",
    ],
    [
      "paused",
      { due: 6 },
      "Nothing was withdrawn; then you paused or disconnected Lapse, and nothing more follows until you resume or connect again.",
    ],
    [
      "paused",
      { withdrawn: 1, failed: 1, due: 6 },
      "1 invitation was withdrawn, 1 failed, with the reason beside each; then you paused or disconnected Lapse, and nothing more follows until you resume or connect again.",
    ],
  ])("%s %j", (outcome, counts, words) => {
    expect(messageOf(outcome, items(counts), null)).toBe(words);
  });

  test("what stopped the sweep is told as it is, with what was withdrawn before", () => {
    const why = "LinkedIn asks to slow down: nothing more was tried.";
    expect(messageOf("rate-limited", [], why)).toBe(why);
    expect(messageOf("rate-limited", items({ withdrawn: 2 }), why)).toBe(
      `2 invitations were withdrawn before this: ${why}`,
    );
    expect(messageOf("blocked", items({ withdrawn: 1 }), null)).toBe(
      "1 invitation was withdrawn before this: blocked",
    );
    expect(messageOf("blocked", items({ unverified: 1 }), null)).toBe("Nothing was withdrawn");
  });

  test("never counts as withdrawn what is not proved to be", () => {
    const unproved = ["due", "kept", "fresh", "answered", "unverified", "failed", "unreadable"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...outcomes),
        fc.array(fc.constantFrom<ItemState>(...unproved)),
        (outcome, states) => {
          expect(messageOf(outcome, states.map(item), null)).not.toMatch(
            /\d+ invitations? (?:was|were) withdrawn/,
          );
        },
      ),
    );
  });

  test("always tells what was withdrawn, whatever ended the sweep", () => {
    const acted = stopping.filter((outcome) => outcome !== "nothing-due" && outcome !== "previewed");
    fc.assert(
      fc.property(fc.constantFrom(...acted), fc.integer({ min: 1, max: 50 }), (outcome, withdrawn) => {
        expect(messageOf(outcome, items({ withdrawn }), "it stopped")).toMatch(
          new RegExp(`^${withdrawn} invitation`),
        );
      }),
    );
  });

  test("of a sweep that opened nothing says so", () => {
    expect(messageOf("paused", [], null)).toContain("nothing was opened");
    expect(messageOf("busy", [], null)).toContain("nothing was opened");
  });
});

test("an exit status other than 0 is given to each outcome in which somebody has to act", () => {
  for (const [, { actor, exitStatus }] of Object.entries(outcomeFacts)) {
    if (actor !== "nobody") expect(exitStatus).not.toBe(0);
  }
});
