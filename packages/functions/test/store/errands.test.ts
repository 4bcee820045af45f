import { beforeAll, expect, test } from "vitest";
import { type Errand, errandStore } from "../../src/store/errands.ts";
import type { Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { monday } from "../support/member.ts";

const minute = 60_000;

const database = testDatabase();
let table: Table;
beforeAll(async () => {
  table = await database.table();
});

let members = 0;
function store() {
  const id = `m${++members}`;
  const clock = { now: monday };
  const errands = errandStore(table, () => clock.now);
  const begin = (runId: string, more: Partial<Errand> = {}) =>
    errands.begin(id, { kind: "look", about: "", runId, askedAt: clock.now, ...more });
  const end = (runId: string, message = "It is done.") =>
    errands.end(id, runId, { kind: "ended", at: clock.now, outcome: "previewed", message });
  const take = (runId: string) => errands.take(id, runId);
  const giveBack = (runId: string) => errands.giveBack(id, runId);
  return { clock, begin, end, take, giveBack, list: () => errands.list(id) };
}

test("of many that ask for the same thing at once, one gets it", async () => {
  const { begin, list } = store();
  const begun = await Promise.all(["r1", "r2", "r3", "r4", "r5"].map((run) => begin(run)));
  expect(begun.filter(Boolean)).toHaveLength(1);
  expect(await list()).toMatchObject([{ runId: `r${begun.indexOf(true) + 1}`, state: { kind: "waiting" } }]);
});

test("a look, a trial and withdrawals of two people wait beside each other, whatever their names are", async () => {
  const { begin, list } = store();
  const long = `/in/${"名".repeat(490)}`;
  expect(await begin("r1")).toBe(true);
  expect(await begin("r2", { kind: "try" })).toBe(true);
  expect(await begin("r3", { kind: "withdraw", about: "/in/bob-example" })).toBe(true);
  expect(await begin("r4", { kind: "withdraw", about: long })).toBe(true);
  expect(await begin("r5", { kind: "withdraw", about: "/in/bob-example" })).toBe(false);
  expect(new Set((await list()).map(({ about }) => about))).toEqual(new Set(["", "/in/bob-example", long]));
});

test("one that nobody came for can be asked for again after twenty minutes, and its own end is too late then", async () => {
  const { clock, begin, end, list } = store();
  await begin("r1");
  clock.now = monday + 20 * minute - 1;
  expect(await begin("r2")).toBe(false);
  clock.now = monday + 20 * minute;
  expect(await begin("r2")).toBe(true);
  expect(await end("r1")).toBe(false);
  expect(await list()).toMatchObject([{ runId: "r2", state: { kind: "waiting" } }]);
});

test("one ends once, and can be asked for again at once", async () => {
  const { begin, end, list } = store();
  await begin("r1");
  const ends = await Promise.all([end("r1", "First."), end("r1", "Second.")]);
  expect(ends.filter(Boolean)).toHaveLength(1);
  const message = ends[0] ? "First." : "Second.";
  expect(await list()).toMatchObject([{ state: { kind: "ended", outcome: "previewed", message } }]);
  expect(await end("r0")).toBe(false);
  expect(await begin("r2")).toBe(true);
});

test("none is told of for longer than a day", async () => {
  const { clock, begin, list } = store();
  await begin("r1");
  clock.now = monday + 24 * 60 * minute - 1;
  expect(await list()).toHaveLength(1);
  clock.now += 1;
  expect(await list()).toEqual([]);
});

test("one that a worker took is another's when it was given back, and stays one that was begun", async () => {
  const { begin, take, giveBack, end, list } = store();
  await begin("r1");
  expect(await list()).toMatchObject([{ takenAt: null }]);
  expect([await take("r1"), await take("r1")]).toEqual([true, false]);
  expect(await list()).toMatchObject([{ takenAt: monday }]);
  await giveBack("r1");
  expect(await list()).toMatchObject([{ takenAt: 0 }]);
  expect(await take("r1")).toBe(true);
  await end("r1");
  await giveBack("r1");
  expect(await list()).toMatchObject([{ takenAt: monday, state: { kind: "ended" } }]);
});
