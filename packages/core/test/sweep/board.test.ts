import { describe, expect, test } from "vitest";
import { Board, keyOf, refOf } from "../../src/sweep/board.ts";
import { listed } from "./sample.ts";

const ada = listed("ada-example");
const bo = listed("bo-sample");
const odd = listed("odd", { trouble: "its row shows no name", age: null });
const planned = () =>
  Board.planned(
    [ada, bo],
    [
      { invitation: ada.invitation, state: "fresh", reason: "young" },
      { invitation: bo.invitation, state: "due", reason: "old" },
    ],
  );

describe("the board of a sweep", () => {
  test("names each row with its decision, in the page's order", () => {
    expect(
      planned()
        .items()
        .map(({ profile, state, reason }) => [profile, state, reason]),
    ).toEqual([
      ["/in/ada-example", "fresh", "young"],
      ["/in/bo-sample", "due", "old"],
    ]);
  });

  test("changes the row that is meant, and no other", () => {
    const board = planned();
    board.set(bo, "withdrawn", "older than 30 days");
    expect(board.items().map((item) => item.state)).toEqual(["fresh", "withdrawn"]);
    expect([board.count("withdrawn"), board.count("due"), board.count("fresh")]).toEqual([1, 0, 1]);
  });

  test("does not know a row of another reading, be it the same person", () => {
    const board = planned();
    board.set(listed("bo-sample"), "withdrawn", "older than 30 days");
    expect(board.count("withdrawn")).toBe(0);
  });

  test("never calls a row due that nothing was decided about", () => {
    const board = Board.planned([ada, bo], [{ invitation: ada.invitation, state: "due", reason: "old" }]);
    expect(board.items()[1]).toMatchObject({ state: "unreadable", reason: "it was not planned" });
  });

  test("before a plan, tells what was not understood apart from the rest", () => {
    const items = Board.read([ada, odd], "fresh", "the sweep ended before it was decided").items();
    expect(items[0]).toMatchObject({ state: "fresh", reason: "the sweep ended before it was decided" });
    expect(items[1]).toMatchObject({ state: "unreadable", reason: "its row shows no name", ageDays: null });
  });

  test("gives ages in whole days", () => {
    expect(planned().items()[0]?.ageDays).toEqual({ atLeast: 40, atMost: 40 });
  });
});

describe("what the ledger keeps of a row", () => {
  test("is what names it for ever: no headline, no note, no label", () => {
    expect(Object.keys(refOf(ada)).sort()).toEqual(["id", "name", "profile", "sentAt"]);
    expect(refOf(ada)).toMatchObject({ id: ada.invitation.id, profile: "/in/ada-example" });
  });

  test("is found again by its key", () => {
    expect(keyOf(ada)).toBe(`id:${ada.invitation.id}`);
    expect(keyOf(listed("x", { id: null, profile: null }))).toBeNull();
  });
});
