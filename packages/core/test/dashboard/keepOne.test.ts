import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepOne, keepTyped, unkeepOne, unkeepWord } from "../../src/dashboard/keepOne.ts";
import { keepReason } from "../../src/plan/keep.ts";
import { parsePolicy } from "../../src/policy/parse.ts";
import { invitation } from "../invitation/sample.ts";
import { policyWith } from "../plan/sample.ts";

const ada = invitation("ada-example", 40);

describe("keeping one person", () => {
  test("puts their profile on the keep list, once, and taking them off takes every form of it", () => {
    const kept = policyOf(keepOne(policyWith({}), ada));
    expect(kept.keep.profiles).toEqual(["https://www.linkedin.com/in/ada-example"]);
    expect(policyOf(keepOne(kept, ada))).toBe(kept);
    const twice = policyWith(
      {},
      { profiles: ["/in/ADA-example", "linkedin.com/in/bo", "https://de.linkedin.com/in/ada-example/"] },
    );
    expect(unkeepOne(twice, ada).keep.profiles).toEqual(["linkedin.com/in/bo"]);
  });

  test("keeps by the exact name where there is no profile", () => {
    const nameless = { ...ada, profile: null, addresses: [], name: "  Ada\u00a0 Example " };
    expect(policyOf(keepOne(policyWith({}), nameless)).keep.words).toEqual(["Ada Example"]);
    expect(keepOne(policyWith({}), { ...nameless, name: "\u200b" })).toMatchObject({ ok: false });
  });

  test("whatever it answers, whoever was kept is kept by the rules, and the policy can be stored", () => {
    const anyone = fc.record({
      name: fc.string({ unit: "grapheme", maxLength: 120 }),
      slug: fc.option(fc.stringMatching(/^[a-z0-9-]{3,30}$/), { nil: null }),
    });
    fc.assert(
      fc.property(anyone, ({ name, slug }) => {
        const whole = invitation(slug ?? "x", 40, { name });
        const person = slug === null ? { ...whole, profile: null, addresses: [] } : whole;
        const change = keepOne(policyWith({}), person);
        if (!change.ok) return;
        expect(keepReason(change.policy, person, 99)).not.toBeNull();
        expect(parsePolicy(JSON.parse(JSON.stringify(change.policy)))).toEqual({
          ok: true,
          policy: change.policy,
        });
      }),
    );
  });

  test("is refused when the list is full, and nothing is lost", () => {
    const full = policyWith({}, { profiles: Array.from({ length: 1000 }, (_, i) => `/in/person-${i}`) });
    expect(keepOne(full, ada)).toMatchObject({ ok: false, why: expect.stringContaining("full") });
  });
});

describe("keeping what was typed", () => {
  test.each([
    ["https://www.linkedin.com/in/ada-example/?trk=x", "profiles"],
    ["linkedin.com/in/ada-example", "profiles"],
    ["/in/ada-example", "profiles"],
    ["Fictional Labs", "words"],
    ["R&D", "words"],
  ] as const)("%s goes to the %s", (typed, list) => {
    expect(policyOf(keepTyped(policyWith({}), typed)).keep[list]).toEqual([typed]);
  });

  test.each([
    "",
    "  \u200b",
    "https://www.linkedin.com/company/x",
    "x".repeat(101),
    `/in/${"x".repeat(600)}`,
  ])("%j is refused with a sentence", (typed) => {
    expect(keepTyped(policyWith({}), typed)).toMatchObject({ ok: false, why: expect.stringMatching(/\.$/) });
  });

  test("a word is taken off as it is written", () => {
    const policy = policyWith({}, { words: ["recruiting", "Recruiting"] });
    expect(unkeepWord(policy, "Recruiting").keep.words).toEqual(["recruiting"]);
  });
});

function policyOf(change: ReturnType<typeof keepOne>) {
  if (!change.ok) throw new Error(change.why);
  return change.policy;
}
