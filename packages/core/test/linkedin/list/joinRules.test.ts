import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Joined, joinRows } from "../../../src/linkedin/list/join.ts";
import { comparable } from "../../../src/plan/text.ts";
import { entryOf, rowOf } from "../sample.ts";

interface Somebody {
  readonly name: string;
  readonly slug: string | null;
  readonly id: string;
}

const name = fc.constantFrom("Ada Example", "Bo Sample", "Jon Same", "LinkedIn Member");

/** People as LinkedIn knows them, in the order of page and data: names repeat, some have no profile. */
const people: fc.Arbitrary<Somebody[]> = fc
  .array(fc.record({ name, linked: fc.integer({ min: 0, max: 3 }) }), { maxLength: 10 })
  .map((some) =>
    some.map((each, i) => ({
      name: each.name,
      slug: each.linked === 0 ? null : `person-${i}`,
      id: String(i),
    })),
  );

const entry = ({ id, name: of, slug }: Somebody) => entryOf(id, of, ...(slug === null ? [] : [slug]));
const row = ({ name: of, slug }: Somebody) => rowOf({ name: of, slug });

/** Any rows with any data: data that lie, miss or repeat people. */
const anything = fc.record({
  rows: fc.array(fc.record({ name, slug: fc.option(fc.constantFrom("a", "b", "c", "d", "e")) }), {
    maxLength: 8,
  }),
  entries: fc.array(fc.record({ name, slug: fc.option(fc.constantFrom("a", "b", "c", "d", "e")) }), {
    maxLength: 8,
  }),
});

describe("rows and data that tell of the same list", () => {
  test("are joined wholly, each row with its own entry", () => {
    fc.assert(
      fc.property(people, (some) => {
        const joined = joinRows(some.map(row), some.map(entry));
        expect(joined.map((each) => each.entry?.id)).toEqual(some.map((each) => each.id));
        expect(joined.every((each) => each.trouble === null)).toBe(true);
      }),
    );
  });

  test("are never joined wrongly where the data miss some people", () => {
    fc.assert(
      fc.property(people, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (some, known) => {
        // Rows with a link are told by it; one without may be taken for a missing namesake only where that is linked.
        const missing = (each: Somebody, i: number) => each.slug !== null && known[i] === false;
        const entries = some.filter((each, i) => !missing(each, i)).map(entry);
        joinRows(some.map(row), entries).forEach((each, i) => {
          if (each.trouble === null && each.entry !== null) expect(each.entry.id).toBe(some[i]?.id);
        });
      }),
    );
  });
});

describe("whatever rows and data are", () => {
  const all = (check: (joined: readonly Joined[], count: number) => void) =>
    fc.assert(
      fc.property(anything, ({ rows, entries }) => {
        const data = entries.map((each, i) => entry({ ...each, id: String(i) }));
        check(
          joinRows(
            rows.map((each) => rowOf(each)),
            data,
          ),
          rows.length,
        );
      }),
      { numRuns: 1_000 },
    );

  test("each row comes out once, in the page's order", () => {
    all((joined, count) => expect(joined).toHaveLength(count));
  });

  test("no row without trouble has an entry of another name", () => {
    all((joined) => {
      for (const { row: own, entry: found, trouble } of joined)
        if (trouble === null && found !== null) expect(comparable(found.name)).toBe(comparable(own.name));
    });
  });

  test("no row without trouble has an entry of another address", () => {
    all((joined) => {
      for (const { row: own, entry: found, trouble } of joined)
        if (trouble === null && own.addresses[0] && found?.addresses[0])
          expect(found.addresses[0]).toEqual(own.addresses[0]);
    });
  });

  test("no two rows without trouble have the same entry", () => {
    all((joined) => {
      const ids = joined
        .filter((each) => each.trouble === null && each.entry !== null)
        .map((each) => each.entry?.id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("no row without trouble is without both an entry and a link", () => {
    all((joined) => {
      for (const { row: own, entry: found, trouble } of joined)
        if (trouble === null) expect(found !== null || own.profile !== null).toBe(true);
    });
  });
});
