import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Limit, limitStore, type Subject } from "../../src/store/limits.ts";
import type { Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { monday } from "../support/member.ts";

const database = testDatabase();
let table: Table;
beforeAll(async () => {
  table = await database.table();
});

const hourMs = 3_600_000;
const fiveAnHour: Limit = { name: "codes", most: 5, windowMs: hourMs };
const email = (name: string): Subject => ({ kind: "email", email: `${name}@example.org` });

test("of forty requests in the same instant exactly five pass, and the others are told how long to wait", async () => {
  const limits = limitStore(table, () => monday);
  const answers = await Promise.all(Array.from({ length: 40 }, () => limits.take(email("ada"), fiveAnHour)));
  expect(answers.filter((wait) => wait === null)).toHaveLength(5);
  expect(new Set(answers.filter((wait) => wait !== null))).toEqual(new Set([hourMs / 2]));
});

test("subjects, limits and windows are counted apart, and spellings of one address together", async () => {
  const clock = { now: monday };
  const limits = limitStore(table, () => clock.now);
  for (let taken = 0; taken < 5; taken++) expect(await limits.take(email("bob"), fiveAnHour)).toBeNull();
  expect(await limits.take({ kind: "email", email: "BOB@example.org" }, fiveAnHour)).not.toBeNull();
  expect(await limits.take(email("cy"), fiveAnHour)).toBeNull();
  expect(await limits.take({ kind: "source", source: "bob@example.org" }, fiveAnHour)).toBeNull();
  expect(await limits.take(email("bob"), { ...fiveAnHour, name: "tries" })).toBeNull();
  clock.now += hourMs / 2;
  expect(await limits.take(email("bob"), fiveAnHour)).toBeNull();
});

test("whatever comes at once, as many pass as a window has left", async () => {
  let subjects = 0;
  const limits = limitStore(table, () => monday);
  const bursts = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(bursts, fc.integer({ min: 1, max: 12 }), async (sizes, most) => {
      const subject: Subject = { kind: "source", source: `of burst ${++subjects}` };
      let left = most;
      for (const size of sizes) {
        const burst = Array.from({ length: size }, () => limits.take(subject, { ...fiveAnHour, most }));
        const passed = (await Promise.all(burst)).filter((wait) => wait === null).length;
        expect(passed).toBe(Math.min(size, left));
        left -= passed;
      }
    }),
    { numRuns: 25 },
  );
});
