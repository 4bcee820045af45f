import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Reading } from "@lapse/core/reading/reading";
import { beforeAll, expect, test } from "vitest";
import { keysOf } from "../../src/store/partition.ts";
import { cannotBeRead, readingStore } from "../../src/store/readings.ts";
import { memberPk, type Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";

const hour = 3_600_000;

const database = testDatabase();
let table: Table;
beforeAll(async () => {
  table = await database.table();
});

let ids = 0;
const storeOver = (over: Table) => readingStore(over, () => `id-${++ids}`);
const keys = async (memberId: string) => {
  const found: string[] = [];
  for await (const { sk } of keysOf(table, memberPk(memberId), "reading")) found.push(sk);
  return found;
};

/** The table, with something done after each request. */
function watched(after: (command: unknown) => Promise<void>): Table {
  const client = Object.create(table.client);
  client.send = async (command: Parameters<Table["client"]["send"]>[0]) => {
    const answer = await table.client.send(command);
    await after(command);
    return answer;
  };
  return { ...table, client };
}

/** 30,000 people with names that don't pack well. */
const long: Reading = aReading(30_000, {
  daysApart: 0.01,
  change: (rank) => ({
    headline: createHash("sha256").update(`${rank}`).digest("hex"),
    ...(rank % 3 === 0 ? { age: null, label: null, sentAt: null, trouble: "its age is unknown" } : {}),
  }),
});

test("a list of 30,000 is kept in pieces that an item can hold, and is read back as it was", async () => {
  const readings = storeOver(table);
  expect(await readings.get("long")).toBeNull();
  await readings.put("long", long);
  expect((await keys("long")).length).toBeGreaterThan(3);
  expect(await readings.get("long")).toEqual(long);
});

test("a new reading deletes the pieces of the one before, and nothing of anybody else's", async () => {
  const readings = storeOver(table);
  await readings.put("m2", aReading(1));
  await readings.put("m1", aReading(3));
  await readings.put("m1", aReading(2, { at: monday + 1 }));
  expect(await readings.get("m1")).toEqual(aReading(2, { at: monday + 1 }));
  expect(await keys("m1")).toHaveLength(2);
  // A clock that was set back: the newest is what was read last.
  await readings.put("m1", aReading(4, { at: monday - hour }));
  expect(await readings.get("m1")).toEqual(aReading(4, { at: monday - hour }));
  expect(await keys("m1")).toHaveLength(2);
  expect(await readings.get("m2")).toEqual(aReading(1));
  await readings.remove("m1");
  expect(await keys("m1")).toEqual([]);
  expect(await readings.get("m2")).toEqual(aReading(1));
});

test("whoever reads while another is being written gets one or the other, and whole", async () => {
  const [before, after] = [aReading(3), aReading(2, { at: monday + 1 })];
  const plain = storeOver(table);
  await plain.put("m3", before);
  const seen: (Reading | null)[] = [];
  await storeOver(watched(async () => void seen.push(await plain.get("m3")))).put("m3", after);
  expect(seen.length).toBeGreaterThan(3);
  const changed = seen.findIndex((each) => each?.at === after.at);
  expect(seen.slice(0, changed)).toEqual(seen.slice(0, changed).map(() => before));
  expect(seen.slice(changed)).toEqual(seen.slice(changed).map(() => after));
});

test("a reader whose pieces are deleted under its hands reads the new ones", async () => {
  const [before, after] = [aReading(3), aReading(2, { at: monday + 1 })];
  const plain = storeOver(table);
  await plain.put("m4", before);
  let once = false;
  const reader = watched(async (command) => {
    if (!(command instanceof GetCommand) || once) return;
    once = true;
    await plain.put("m4", after);
  });
  expect(await storeOver(reader).get("m4")).toEqual(after);
});

test("a writer who died half way changes nothing, and its pieces go with a later reading", async () => {
  const [before, lost] = [aReading(3), aReading(2, { at: monday + 1 })];
  await storeOver(table).put("m5", before);
  const dying = watched(async (command) => {
    if (command instanceof PutCommand) throw new Error("the worker died");
  });
  await expect(storeOver(dying).put("m5", lost)).rejects.toThrow("died");
  expect(await storeOver(table).get("m5")).toEqual(before);
  expect(await keys("m5")).toHaveLength(3);
  await storeOver(table).put("m5", aReading(1, { at: monday + 2 * hour }));
  expect(await keys("m5")).toHaveLength(2);
});

test("a reading that lacks a piece is refused, not half read", async () => {
  const Item = { pk: memberPk("m6"), sk: "reading", run: "gone", chunks: 1 };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  await expect(storeOver(table).get("m6")).rejects.toMatchObject({ actor: "us" });
});

test.each<[string, Record<string, unknown>, Uint8Array]>([
  ["a head that is none", { run: 7 }, gzipSync("{}")],
  ["a piece that is missing", { run: "r", chunks: 2 }, gzipSync("{}")],
  ["bytes that are not packed", { run: "r", chunks: 1 }, Buffer.from("not packed")],
  ["bytes that were cut off", { run: "r", chunks: 1 }, gzipSync(JSON.stringify(aReading(9))).subarray(0, 40)],
  ["packed text that is no JSON", { run: "r", chunks: 1 }, gzipSync("{")],
  ["JSON that is no reading", { run: "r", chunks: 1 }, gzipSync("{}")],
])(
  "a reading with %s cannot be read, which is told from a table that does not answer",
  async (_, head, bytes) => {
    const pk = memberPk("m7");
    const put = (Item: Record<string, unknown>) =>
      table.client.send(new PutCommand({ TableName: table.name, Item }));
    await put({ pk, sk: "reading#r#0000", bytes });
    await put({ pk, sk: "reading", ...head });
    expect(
      cannotBeRead(
        await storeOver(table)
          .get("m7")
          .catch((fault: unknown) => fault),
      ),
    ).toBe(true);
    const slow = watched(() => Promise.reject(new Error("slow down")));
    expect(
      cannotBeRead(
        await storeOver(slow)
          .get("m7")
          .catch((fault: unknown) => fault),
      ),
    ).toBe(false);
  },
);
