import { describe, expect, test } from "vitest";
import type { Listed } from "../../../src/linkedin/list/list.ts";
import { listFacts } from "../../../src/linkedin/report/examination.ts";
import { listed } from "../../sweep/sample.ts";

const batch = 10;
const facts = (rows: readonly Listed[], pending: number | null, whole = true) =>
  listFacts({ listed: rows, pending, others: 0 }, whole, batch);
const many = (count: number) => Array.from({ length: count }, (_, i) => listed(`person-${i}`));

describe("What an examination tells of a list", () => {
  test("is how many rows were read, understood, and have an id, an age and a control", () => {
    const rows = [
      listed("ada"),
      { ...listed("bo", { id: null, age: null, trouble: "no age is shown" }) },
      { ...listed("cy"), target: { profileHref: null, label: "Withdraw", name: "Cy" } },
    ];
    expect(facts(rows, 3)).toMatchObject({ read: 3, understood: 2, withId: 2, withAge: 2, withControl: 1 });
  });

  test.each([
    [0, 0, "an empty list"],
    [12, 12, "the counter"],
    [4, null, "fewer rows than come at a time"],
    [30, null, "the site's own end"],
  ] as const)("of %s rows with a counter of %s it is proved by %s", (rows, pending, end) => {
    expect(facts(many(rows), pending).end).toBe(end);
  });

  test("says that nothing proved its end where it was read half way", () => {
    expect(facts(many(12), 12, false).end).toBe(null);
  });

  test("counts the reasons for which rows were not understood, without what they quote", () => {
    const rows = [
      listed("ada", { trouble: 'the age shown is not understood: "Ada "the great" was here"' }),
      listed("bo", { trouble: 'the age shown is not understood: "Bo"' }),
      listed("cy", { trouble: `the id's time and the age shown ("Cy ago") disagree` }),
      listed("di", { trouble: "two rows lead to the same profile" }),
      listed("ed"),
    ];
    expect(facts(rows, 5).troubles).toEqual([
      { why: "the age shown is not understood", rows: 2 },
      { why: "the id's time and the age shown disagree", rows: 1 },
      { why: "two rows lead to the same profile", rows: 1 },
    ]);
  });
});
