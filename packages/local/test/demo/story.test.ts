import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import { describe, expect, test } from "vitest";
import { problemOf, storyOf } from "../../src/demo/story.ts";

const story = (...facts: LedgerFact[]) =>
  storyOf(facts.map((fact): LedgerEvent => ({ ...fact, at: 0, run: "r", account: null })));
const invitation = (name: string) => ({ id: name, profile: null, name, sentAt: null });
const ended = (outcome: SweepOutcome): LedgerFact => ({
  ...{
    kind: "sweep-ended",
    outcome,
    message: `It was ${outcome}.`,
    pending: null,
    read: 0,
    counts: {},
    upcoming: [],
  },
});
const withdrawn = (name: string): LedgerFact => ({ kind: "withdrawn", invitation: invitation(name) });

describe("The demo's story of a member", () => {
  test("names each withdrawal once, and one that was only found done afterwards as well", () => {
    const gone: LedgerFact = { kind: "reconciled", invitation: invitation("Bo"), found: "gone" };
    const still: LedgerFact = { kind: "reconciled", invitation: invitation("Cy"), found: "still-pending" };
    expect(story(withdrawn("Ada"), gone, still, withdrawn("Ada")).withdrawn).toEqual(["Ada", "Bo"]);
  });

  test("ends well when the last sweep is done and the mail has arrived", () => {
    expect(problemOf(story(ended("unreachable"), withdrawn("Ada"), ended("done")), true)).toBeNull();
  });

  test("ends well without a mail where there was nothing to say", () => {
    expect(problemOf(story(ended("nothing-due")), false)).toBeNull();
  });

  test.each(["challenged", "unverified", "capped", "interrupted", "belt"] as const)(
    "says why a sweep ended as %s",
    (outcome) => {
      expect(problemOf(story(ended(outcome)), true)).toBe(
        `the sweep ended as ${outcome}: It was ${outcome}.`,
      );
    },
  );

  test("says that no sweep ended", () => {
    expect(problemOf(story(withdrawn("Ada")), true)).toBe("no sweep came to its end");
  });

  test("says that a digest is missing, and when it was given up on purpose", () => {
    expect(problemOf(story(withdrawn("Ada"), ended("done")), false)).toBe("there is no digest");
    const sending: LedgerFact = { kind: "digest", week: "2026-W48", step: "sending" };
    expect(problemOf(story(withdrawn("Ada"), ended("done"), sending), false)).toMatch(
      /not sent a second time/,
    );
  });
});
