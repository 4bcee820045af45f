import { describe, expect, test } from "vitest";
import { beltLimit, plan } from "../../src/plan/plan.ts";
import { invitation, keyOf } from "../invitation/sample.ts";
import { announcedLongAgo, input, oldAges, policyWith, scheduled } from "./sample.ts";

const slugs = (list: readonly { profile: string | null }[]) => list.map((each) => each.profile);

describe("the day's cap", () => {
  test("leaves the oldest ones to this sweep and says how many wait", () => {
    const decided = plan(input([10, 40, 50, 60], { policy: policyWith({ perDay: 2 }) }));
    expect(slugs(decided.act)).toEqual(["/in/person-3", "/in/person-2"]);
    expect(decided.capped).toBe(1);
    expect(decided.items.map((item) => item.state)).toEqual(["fresh", "due", "due", "due"]);
  });

  test("counts what earlier sweeps withdrew, and is never below nothing", () => {
    const policy = policyWith({ perDay: 2 });
    expect(plan(input([40, 50], { policy, spent: 1 })).act).toHaveLength(1);
    expect(plan(input([40, 50], { policy, spent: 2 }))).toMatchObject({ act: [], capped: 2 });
    expect(plan(input([40, 50], { policy, spent: 9 }))).toMatchObject({ act: [], capped: 2 });
  });
});

describe("acting only while many are pending", () => {
  const policy = policyWith({ onlyWhenPendingOver: 3 });

  test("withdraws the oldest, down to that many, and keeps the rest with this reason", () => {
    const decided = plan(input([10, 40, 50, 60, 70], { policy }));
    expect(slugs(decided.act)).toEqual(["/in/person-4", "/in/person-3"]);
    expect(decided.items.map((item) => item.state)).toEqual(["fresh", "kept", "kept", "due", "due"]);
    expect(decided.items[1]?.reason).toBe("you act only while more than 3 are pending");
  });

  test("keeps all that was read where no more are pending", () => {
    const decided = plan(input([10, 40, 50], { policy }));
    expect(decided.items.map((item) => item.state)).toEqual(["kept", "kept", "kept"]);
    expect(decided.items[0]?.reason).toBe("you act only while more than 3 are pending");
    expect(decided).toMatchObject({ act: [], capped: 0, belt: false });
  });

  test("believes the lower of counter and list", () => {
    expect(plan(input([40, 50, 60, 70], { policy, pending: 3 })).act).toEqual([]);
    expect(plan(input([40, 50, 60], { policy, pending: 900 })).act).toEqual([]);
    expect(plan(input([40, 50, 60, 70], { policy, pending: null })).act).toHaveLength(1);
  });

  test("still says of a row that is not understood that it is not", () => {
    const list = [invitation("a", 40), invitation("b", 50, { trouble: "its row shows no name" })];
    const decided = plan(input([], { invitations: list, policy, pending: 2 }));
    expect(decided.items.map((item) => item.state)).toEqual(["kept", "unreadable"]);
  });
});

describe("the belt", () => {
  test("is twice what was confirmed, and never a hindrance to a small list", () => {
    expect([null, 0, 25, 26, 100].map(beltLimit)).toEqual([50, 50, 50, 52, 200]);
  });

  const due = (count: number, confirmed: number | null, more = {}) => {
    const plain = input(oldAges(count));
    const announced = announcedLongAgo(plain.invitations.map(keyOf));
    return plan({ ...plain, trigger: scheduled(confirmed, announced), ...more });
  };

  test("holds everything back where one more is due than it allows", () => {
    expect(due(50, null)).toMatchObject({ belt: false, capped: 0 });
    expect(due(50, null).act).toHaveLength(50);
    expect(due(51, null)).toMatchObject({ belt: true, act: [], capped: 0 });
    expect(due(61, 30)).toMatchObject({ belt: true, act: [] });
    expect(due(60, 30).belt).toBe(false);
  });

  test("still says what is due, so that the member can look and confirm", () => {
    expect(due(51, null).items.every((item) => item.state === "due")).toBe(true);
  });

  test("compares what is due by the whole policy, so that confirming what is shown is enough", () => {
    const policy = policyWith({ onlyWhenPendingOver: 60, perDay: 50 });
    expect(due(100, 40, { policy })).toMatchObject({ belt: false });
    expect(due(100, 40, { policy }).act).toHaveLength(40);
  });

  test("does not hold back the member's own hand", () => {
    expect(plan(input(oldAges(80)))).toMatchObject({ belt: false, capped: 30 });
  });
});
