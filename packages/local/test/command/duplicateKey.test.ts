import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { duplicateKey } from "../../src/command/duplicateKey.ts";

/** JSON text, and the path to the first key that stands twice in one object. */
interface Written {
  readonly text: string;
  readonly twice: readonly (string | number)[] | null;
}

const space = fc.constantFrom("", " ", "\n\t");
const name = fc.oneof(
  fc.constantFrom("a", "b", "keep", "__proto__", '"', "\\", ":", "{", "}", ","),
  fc.string(),
);
/** The same key in any spelling that JSON has for it. */
const spelled = (key: string) =>
  fc.array(fc.boolean(), { minLength: key.length, maxLength: key.length }).map(
    (escapes) =>
      `"${key
        .split("")
        .map((unit, i) =>
          escapes[i] || /["\\\p{C}]/u.test(unit)
            ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
            : unit,
        )
        .join("")}"`,
  );

const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc
      .oneof(fc.jsonValue({ maxDepth: 0 }), name)
      .map((leaf) => ({ text: JSON.stringify(leaf), twice: null })),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => ({
      text: `[${items.map((each) => each.text).join(",")}]`,
      twice: items.flatMap((each, i) => (each.twice === null ? [] : [[i, ...each.twice]]))[0] ?? null,
    })),
    fc
      .array(
        name.chain((key) => fc.tuple(fc.constant(key), spelled(key), tie("value"), space)),
        { maxLength: 4 },
      )
      .map((entries) => {
        const twice = entries.flatMap(([key, , inner], i) => {
          if (entries.slice(0, i).some(([before]) => before === key)) return [[key]];
          return inner.twice === null ? [] : [[key, ...inner.twice]];
        });
        const text = entries
          .map(([, key, inner, gap]) => `${gap}${key}${gap}:${gap}${inner.text}${gap}`)
          .join(",");
        return { text: `{${text}}`, twice: twice[0] ?? null };
      }),
  ),
}));

describe("A key that stands twice in one object", () => {
  test("is found wherever it stands and however it is spelled, and no other is", () => {
    fc.assert(
      fc.property(value, ({ text, twice }) => {
        JSON.parse(text);
        expect(duplicateKey(text)).toEqual(twice);
      }),
      { numRuns: 500 },
    );
  });

  test("is never found in what was written from an object", () => {
    fc.assert(fc.property(fc.json(), (text) => duplicateKey(text) === null));
  });

  test("is named by its path", () => {
    expect(duplicateKey('{"paused":true,"keep":{"words":["a"]},"keep":{}}')).toEqual(["keep"]);
    expect(duplicateKey('{"a":{"b":1},"c":[{"b":1},{"b":1,"\\u0062":2}]}')).toEqual(["c", 1, "b"]);
  });
});
