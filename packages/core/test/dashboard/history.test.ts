import { expect, test } from "vitest";
import { historyOf } from "../../src/dashboard/history.ts";
import type { SweepOutcome } from "../../src/sweep/result.ts";
import { day, now, sweepEnded } from "./sample.ts";

const ended = (daysAgo: number, outcome: SweepOutcome, message = `${outcome}.`, withdrawn = 0) => ({
  ...sweepEnded(now - daysAgo * day),
  ...{ outcome, message, counts: withdrawn === 0 ? {} : { withdrawn } },
});

test("the history tells what each sweep did, the newest first, and quiet days in one line", () => {
  const events = [
    ended(6, "done", "2 invitations were withdrawn; nobody has to act.", 2),
    ended(5, "done", "1 invitation was withdrawn; nobody has to act.", 1),
    ended(4, "nothing-due"),
    ended(3, "busy"),
    ended(3, "nothing-due"),
    ended(2, "nothing-due"),
    ended(1, "signed-out", "LinkedIn shows\nits sign-in page\u202e."),
  ];
  const { lines, older } = historyOf(events, "UTC", now);
  expect(lines.map(({ from, to, runs, what }) => [from.short, to.short, runs, what])).toEqual([
    ["22 November", "22 November", 1, "LinkedIn shows its sign-in page."],
    ["19 November", "21 November", 3, "nothing-due."],
    ["18 November", "18 November", 1, "1 invitation was withdrawn; nobody has to act."],
    ["17 November", "17 November", 1, "2 invitations were withdrawn; nobody has to act."],
  ]);
  expect(older).toBe(0);
});

test("the history says who has to act after a failure, and asks for nothing after a success", () => {
  const { lines } = historyOf(
    [ended(2, "page-drift"), ended(1, "challenged"), ended(0, "capped")],
    "UTC",
    now,
  );
  expect(lines.map(({ actor }) => actor)).toEqual(["nobody", "member", "us"]);
  expect(lines.map(({ act }) => act === "")).toEqual([true, false, false]);
});

test("a long history is cut, and says how much is not shown", () => {
  const events = Array.from({ length: 50 }, (_, i) => ended(50 - i, "done", "1 was withdrawn.", 1));
  const { lines, older } = historyOf(events, "UTC", now);
  expect([lines.length, older]).toEqual([20, 30]);
});
