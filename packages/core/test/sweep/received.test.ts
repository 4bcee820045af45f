import { describe, expect, test } from "vitest";
import { refOf } from "../../src/sweep/board.ts";
import { messageOf } from "../../src/sweep/message.ts";
import { type ItemState, outcomeFacts, type SweepItem, type SweepOutcome } from "../../src/sweep/result.ts";
import { endingOfBoth } from "../../src/sweep/side.ts";
import { item, listed } from "./sample.ts";

const from = (state: ItemState): SweepItem => ({ ...item(state), direction: "received" });
const ended = (outcome: SweepOutcome, why: string | null = null) => ({ outcome, why });

describe("what a member is told of received invitations", () => {
  test.each<[SweepOutcome, readonly SweepItem[], string]>([
    [
      "done",
      [from("ignored"), from("ignored")],
      "2 old invitations of others were ignored; nobody has to act.",
    ],
    [
      "done",
      [item("withdrawn"), from("ignored")],
      "1 invitation was withdrawn and 1 old invitation of others was ignored; nobody has to act.",
    ],
    [
      "previewed",
      [item("due"), item("kept"), from("due"), from("fresh"), from("due")],
      "1 invitation of 2 would be withdrawn, and 2 of 3 that you received would be ignored; nothing was touched.",
    ],
  ])("%s", (outcome, items, words) => {
    expect(messageOf(outcome, items, null)).toBe(words);
  });

  test("says what was done before a stop", () => {
    expect(messageOf("rate-limited", [from("ignored")], "it stopped")).toBe(
      "1 old invitation of others was ignored before this: it stopped",
    );
  });
});

test("what the ledger keeps of an invitation says that others sent it, and nothing of the kind for one's own", () => {
  expect(refOf(listed("otto", { direction: "received" }))).toMatchObject({ direction: "received" });
  expect(refOf(listed("otto"))).not.toHaveProperty("direction");
});

describe("how a sweep of both lists ended", () => {
  test("is how the sent side ended, where the other was not looked at", () => {
    for (const outcome of Object.keys(outcomeFacts) as SweepOutcome[])
      expect(endingOfBoth(ended(outcome, "why"), null)).toEqual(ended(outcome, "why"));
  });

  test.each<[SweepOutcome, SweepOutcome, SweepOutcome]>([
    ["done", "nothing-due", "done"],
    ["nothing-due", "done", "done"],
    ["nothing-due", "nothing-due", "nothing-due"],
    ["capped", "nothing-due", "capped"],
    ["done", "capped", "capped"],
    ["previewed", "previewed", "previewed"],
    ["done", "challenged", "challenged"],
    ["capped", "page-drift", "page-drift"],
    ["done", "unverified", "unverified"],
    ["nothing-due", "belt", "belt"],
  ])("%s and %s: %s", (sent, received, both) => {
    expect(endingOfBoth(ended(sent), ended(received)).outcome).toBe(both);
  });
});
