import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, days } from "../../src/plan/text.ts";

describe("text in the form in which it is compared", () => {
  test("is the same whatever its case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(comparable(text.toUpperCase())).toBe(comparable(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays as it is when it is made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

test("a day is counted as one", () => {
  expect([days(1), days(2), days(0)]).toEqual(["1 day", "2 days", "0 days"]);
});
