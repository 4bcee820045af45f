import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { type Problem, parsePolicy } from "../../src/policy/parse.ts";
import { anyPolicy } from "./arbitrary.ts";

function problemsOf(json: unknown): readonly Problem[] {
  const parsed = parsePolicy(json);
  return parsed.ok ? [] : parsed.problems;
}

function nested(key: string, value: unknown): unknown {
  return key.split(".").reduceRight((inner, step) => ({ [step]: inner }), value as unknown);
}

const numbers: readonly [key: string, least: number, most: number][] = [
  ["olderThanDays", 1, 365],
  ["perDay", 1, 50],
  ["noticeDays", 0, 28],
  ["keep.newest", 0, 30_000],
  ["onlyWhenPendingOver", 0, 30_000],
  ["received.ignoreOlderThanDays", 7, 365],
  ["digest.hour", 0, 23],
];

describe("a policy", () => {
  test("in range is read as it was written, also after a trip through JSON", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const parsed = parsePolicy(JSON.parse(JSON.stringify(policy)));
        expect(parsed).toEqual({ ok: true, policy });
        expect(parsePolicy(JSON.parse(JSON.stringify(parsed.ok && parsed.policy)))).toEqual(parsed);
      }),
    );
  });

  test("that says nothing takes every default, and a partial object the rest of its own", () => {
    expect(parsePolicy({})).toEqual({ ok: true, policy: defaultPolicy });
    expect(parsePolicy({ keep: {}, digest: {}, received: {} })).toEqual({ ok: true, policy: defaultPolicy });
    expect(parsePolicy({ keep: { newest: 5 }, digest: { hour: 0 } })).toEqual({
      ok: true,
      policy: {
        ...defaultPolicy,
        keep: { ...defaultPolicy.keep, newest: 5 },
        digest: { day: "monday", hour: 0 },
      },
    });
  });

  test.each([
    ["words", "M\ufffdller"],
    ["words", "M\udc00ller"],
    ["profiles", "linkedin.com/in/jos\ufffd-x"],
  ])("refuses %s to keep that lost a character in a wrong encoding: nobody would be kept", (list, entry) => {
    expect(problemsOf({ keep: { [list]: [entry] } }).map(({ key }) => key)).toEqual([`keep.${list}[0]`]);
  });

  test.each(numbers)("takes %s from %i to %i, both included", (key, least, most) => {
    expect(problemsOf(nested(key, least))).toEqual([]);
    expect(problemsOf(nested(key, most))).toEqual([]);
  });

  test.each(numbers)("refuses %s below %i and above %i, naming key, value and range", (key, least, most) => {
    const outside = fc.oneof(
      fc.integer({ max: least - 1, min: -1e9 }),
      fc.integer({ min: most + 1, max: 1e9 }),
      fc.double({ min: least, max: most, noNaN: true }).filter((n) => !Number.isInteger(n)),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, String(least), true, [
        least,
      ]),
    );
    fc.assert(
      fc.property(outside, (value) => {
        const [problem, ...others] = problemsOf(nested(key, value));
        expect(others).toEqual([]);
        expect(problem?.key).toBe(key);
        expect(problem?.range).toContain(`a whole number from ${least} to ${most}`);
        for (const part of [key, problem?.value, problem?.range]) expect(problem?.message).toContain(part);
      }),
    );
  });

  test.each([
    ["paused", "false"],
    ["keep.withNote", 1],
    ["keep", null],
    ["keep.profiles", "linkedin.com/in/ada"],
    ["digest.day", "Monday"],
    ["timezone", "Mars/Olympus"],
    ["timezone", "+01:00"],
    ["timezone", ""],
    ["timezone", "Europe/Berlin\n"],
    ["received", []],
  ])("refuses %s where it is %j", (key, value) => {
    expect(problemsOf(nested(key, value)).map((problem) => problem.key)).toEqual([key]);
  });

  test.each([[null], [[]], ["{}"], [3], [undefined]])("that is %j is no policy", (json) => {
    expect(problemsOf(json).map(({ key, range }) => [key, range])).toEqual([["policy", "an object"]]);
  });

  test("with several faults names each of them once", () => {
    const problems = problemsOf({ perDay: -1.5, olderThanDays: 400, keep: { newest: -1 } });
    expect(problems.map((problem) => problem.key).sort()).toEqual(["keep.newest", "olderThanDays", "perDay"]);
  });
});

describe("a key that nobody knows", () => {
  test.each([
    ['{"olderThanDay":1}', "olderThanDay"],
    ['{"keep":{"profile":[]}}', "keep.profile"],
    ['{"digest":{"minute":1}}', "digest.minute"],
    ['{"received":{"x":1}}', "received.x"],
    ['{"__proto__":{"perDay":50}}', "__proto__"],
    ['{"keep":{"__proto__":{"newest":1}}}', "keep.__proto__"],
    ['{"constructor":1}', "constructor"],
  ])("is refused: %s", (json, key) => {
    const problems = problemsOf(JSON.parse(json));
    expect(problems.map((problem) => problem.key)).toEqual([key]);
    expect(problems[0]?.message).toContain("one of the keys");
  });

  test("cannot break the one line of its message", () => {
    const [problem] = problemsOf({ "a\nb\u001b[31m\u202e": "x\r\ny" });
    expect(problem?.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("the keep list", () => {
  test("takes profile links as they are pasted, without the marks that nobody sees", () => {
    const parsed = parsePolicy({
      keep: { profiles: ["\u200e https://www.linkedin.com/in/ada\u200b-lovelace/ \ufeff"] },
    });
    expect(parsed.ok && parsed.policy.keep.profiles).toEqual(["https://www.linkedin.com/in/ada-lovelace/"]);
  });

  test.each([
    "https://example.com/in/ada",
    "Ada Lovelace",
    "",
    "/company/acme",
    "linkedin.com/in/",
    `/in/${"a".repeat(500)}`,
  ])("refuses %j: it would protect nobody", (entry) => {
    const [problem] = problemsOf({ keep: { profiles: ["/in/ada", entry] } });
    expect(problem?.key).toBe("keep.profiles[1]");
    expect(problem?.range).toContain("a LinkedIn profile link");
  });

  test("takes words without the space around them, and spells Persian right", () => {
    const parsed = parsePolicy({ keep: { words: ["  hiring \t manager ", "می\u200cخواهم"] } });
    expect(parsed.ok && parsed.policy.keep.words).toEqual(["hiring manager", "می\u200cخواهم"]);
  });

  test.each(["", "  ", "\u200b\u2060", "w".repeat(101)])("refuses the word %j", (word) => {
    expect(problemsOf({ keep: { words: [word] } }).map((problem) => problem.key)).toEqual(["keep.words[0]"]);
  });

  test("has an end", () => {
    expect(problemsOf({ keep: { words: Array(1001).fill("x") } }).map((problem) => problem.key)).toEqual([
      "keep.words",
    ]);
    expect(problemsOf({ keep: { words: Array(1000).fill("w".repeat(100)) } })).toEqual([]);
  });
});
