import fc from "fast-check";
import { expect, test } from "vitest";
import { count, listed } from "../../src/wording/count.ts";
import { printable, visible } from "../../src/wording/printable.ts";

test("any value prints as one short line without controls, marks or half characters", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string({ unit: "binary", maxLength: 300 })), (value) => {
      const line = printable(value);
      expect(line.length).toBeLessThanOrEqual(60);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test("a subject line can't be broken into two headers", () => {
  expect(visible("Hello\r\nBcc: all@example.com\u2028\u0000")).toBe("Hello Bcc: all@example.com ");
});

test("numbers agree with their nouns", () => {
  expect([0, 1, 2].map((n) => count(n, "day"))).toEqual(["no days", "1 day", "2 days"]);
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")]).toEqual([
    "",
    "a",
    "a and b",
    "a, b or c",
  ]);
});
