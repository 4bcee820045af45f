import { describe, expect, test } from "vitest";
import { noticeOf } from "../../src/plan/notice.ts";
import { plan } from "../../src/plan/plan.ts";
import { day, invitation, keyOf, now } from "../invitation/sample.ts";
import { input, policyWith, scheduled } from "./sample.ts";

const ada = invitation("ada-example", 40);
const policy = policyWith({ noticeDays: 7 });
const told = (at: number, on: number) =>
  input([], {
    invitations: [ada],
    pending: 1,
    policy,
    trigger: scheduled(null, new Map([[keyOf(ada), { at, on }]])),
  });

describe("notice", () => {
  test("is given when the days since the digest are over, and not a moment sooner", () => {
    expect(noticeOf(told(now - 7 * day, 0), ada).given).toBe(true);
    expect(noticeOf(told(now - 7 * day + 1, 0), ada).given).toBe(false);
    expect(plan(told(now - 7 * day, 0)).act).toEqual([ada]);
    expect(plan(told(now - 7 * day + 1, 0)).act).toEqual([]);
  });

  test("is not given before the day that the digest named", () => {
    expect(noticeOf(told(now - 20 * day, now), ada).given).toBe(true);
    expect(noticeOf(told(now - 20 * day, now + 1), ada).given).toBe(false);
  });

  test("names the day, the later of the two", () => {
    expect(noticeOf(told(now - day, 0), ada).words).toBe(
      "older than 30 days; announced, to be withdrawn from 2026-11-29",
    );
    expect(noticeOf(told(now - day, now + 9 * day), ada).words).toContain("from 2026-12-02");
  });

  test("is not given to somebody whom no digest named", () => {
    const unsaid = input([], { invitations: [ada], policy, trigger: scheduled(null) });
    expect(noticeOf(unsaid, ada)).toEqual({
      given: false,
      words: "older than 30 days; the next digest will announce it",
    });
    const other = invitation("bo-sample", 50);
    expect(noticeOf(told(now - 30 * day, 0), other).given).toBe(false);
  });

  test("is not given to somebody who cannot be told from others", () => {
    const nobody = { ...ada, id: null, profile: null };
    expect(noticeOf(told(now - 30 * day, 0), nobody).given).toBe(false);
  });

  test("does not pass from one invitation to a later one to the same person", () => {
    const again = invitation("ada-example", 31);
    expect(noticeOf(told(now - 30 * day, 0), again).given).toBe(false);
  });

  test("is never sooner than the day that was promised, also once the member asks for less or no notice", () => {
    for (const noticeDays of [0, 1]) {
      const promised = { ...told(now - 2 * day, now + 1), policy: policyWith({ noticeDays }) };
      expect(noticeOf(promised, ada)).toMatchObject({
        given: false,
        words: expect.stringContaining("announced"),
      });
      expect(plan(promised).act).toEqual([]);
      expect(noticeOf({ ...promised, now: now + 1 }, ada).given).toBe(true);
    }
  });

  test("is longer for those who were told already, once the member asks for more", () => {
    const raised = { ...told(now - 8 * day, now - day), policy: policyWith({ noticeDays: 14 }) };
    expect(noticeOf(raised, ada).given).toBe(false);
    expect(noticeOf({ ...raised, now: now + 6 * day }, ada).given).toBe(true);
  });

  test("is needed by nobody where the policy has none, or the member starts the sweep", () => {
    const none = input([], { policy: policyWith({ noticeDays: 0 }), trigger: scheduled(null) });
    expect(noticeOf(none, ada)).toEqual({ given: true, words: "older than 30 days" });
    expect(noticeOf(input([], { policy }), ada)).toEqual({ given: true, words: "older than 30 days" });
  });
});

test("one that was announced, and then was not due for long, is not acted on when it is due again", () => {
  const old = invitation("ada-example", 121);
  const announced = new Map([[keyOf(old), { at: now - 60 * day, on: now - 53 * day }]]);
  const raised = input([], {
    ...{ invitations: [old], pending: 1, policy: policyWith({ olderThanDays: 120, noticeDays: 7 }) },
    trigger: scheduled(null, announced),
  });
  expect(plan(raised).act).toEqual([]);
  expect(plan(raised).items[0]?.reason).toBe("older than 120 days; the next digest will announce it");
});

test("somebody without notice is due all the same, and others are not held up", () => {
  const bo = invitation("bo-sample", 60);
  const both = { ...told(now - 8 * day, 0), invitations: [ada, bo], pending: 2 };
  const decided = plan(both);
  expect(decided.items.map((item) => item.state)).toEqual(["due", "due"]);
  expect(decided.act).toEqual([ada]);
  expect(decided.capped).toBe(0);
});
