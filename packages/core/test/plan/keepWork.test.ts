import { expect, test } from "vitest";
import { keepReason } from "../../src/plan/keep.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { invitation } from "../invitation/sample.ts";
import { policyWith } from "./sample.ts";

/** The list, and how often any entry of it was looked at. */
function counted(entries: readonly string[]): {
  readonly list: readonly string[];
  readonly looks: () => number;
} {
  let looks = 0;
  const list = new Proxy(entries, {
    get: (target, key, receiver) => {
      if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list, looks: () => looks };
}

const many = Array.from({ length: 1_000 }, (_, i) => i);

test("a keep list is read once for a policy, however many invitations are asked about, and however often", () => {
  const profiles = counted(many.map((i) => `https://de.linkedin.com/in/kept-${i}/?trk=x`));
  const words = counted(many.map((i) => `Kept Word ${i}`));
  const policy = policyWith({}, { profiles: profiles.list, words: words.list });
  const rows = many.slice(0, 200).map((i) => invitation(`person-${i}`, i));
  const reasons = (asked: Policy) => rows.map((row, rank) => keepReason(asked, row, rank));
  expect(reasons(policy)).toEqual(rows.map(() => null));
  expect(reasons({ ...policy, olderThanDays: 7 })).toEqual(rows.map(() => null));
  expect(profiles.looks()).toBe(many.length);
  expect(words.looks()).toBe(many.length);
});

test("a name is made comparable once, however many numbers of days are tried", () => {
  let looks = 0;
  const row = {
    ...invitation("ada", 90),
    get name() {
      looks += 1;
      return "Ada Example";
    },
  };
  const policy = policyWith({}, { words: ["nobody"] });
  for (const olderThanDays of [7, 14, 21]) keepReason({ ...policy, olderThanDays }, row, 5);
  expect(looks).toBe(1);
});

test("a keep list that changed is another one: what was known of the old one is forgotten", () => {
  const ada = invitation("ada", 90);
  const before = policyWith({}, { words: ["nobody"] });
  expect(keepReason(before, ada, 5)).toBeNull();
  const after = { ...before, keep: { ...before.keep, words: ["nobody", "compiler"] } };
  expect(keepReason(after, ada, 5)).toContain('"compiler"');
  expect(keepReason(before, { ...ada, headline: "Nobody" }, 5)).toContain('"nobody"');
});
