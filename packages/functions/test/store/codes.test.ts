import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { beforeAll, expect, test } from "vitest";
import { codeHoldsMs, codeRenewableMs, codeStore, type Wish } from "../../src/store/codes.ts";
import { members } from "../../src/store/members.ts";
import type { Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { aMember, monday } from "../support/member.ts";

const database = testDatabase();
let table: Table;
beforeAll(async () => {
  table = await database.table();
});

let secrets = 0;
const clock = { now: monday };
const codes = () =>
  codeStore(
    table,
    () => clock.now,
    () => `secret-0123456789-${++secrets}`,
  );
const wish: Wish = { kind: "sign-up", policy: { ...defaultPolicy, perDay: 3 } };
const ada = { email: "ada@example.org", wish };

test("the right code, typed in the browser that asked, gives what was asked for, and gives it once", async () => {
  const store = codes();
  const cookie = await store.open(ada, "123456");
  expect(await store.waiting(cookie)).toEqual(ada);
  expect(await store.redeem(cookie, "123456")).toEqual(ada);
  expect(await store.redeem(cookie, "123456")).toBeNull();
  expect(await store.waiting(cookie)).toBeNull();
  expect(await store.renew(cookie, "654321")).toBeNull();
});

test("typed many times in the same instant, the right code counts once", async () => {
  const store = codes();
  const cookie = await store.open(ada, "123456");
  const taken = await Promise.all(Array.from({ length: 5 }, () => store.redeem(cookie, "123456")));
  expect(taken.filter((each) => each !== null)).toHaveLength(1);
});

test("after five wrong tries, however close together, the right code comes too late", async () => {
  const store = codes();
  const cookie = await store.open(ada, "000007");
  const tries = Array.from({ length: 40 }, (_, number) => String(100_000 + number));
  expect(await Promise.all(tries.map((each) => store.redeem(cookie, each)))).toEqual(tries.map(() => null));
  expect(await store.redeem(cookie, "000007")).toBeNull();
  expect(await store.renew(cookie, "000008")).toEqual(ada);
  expect(await store.redeem(cookie, "000007")).toBeNull();
  expect(await store.redeem(cookie, "000008")).toEqual(ada);
});

test("four wrong tries leave room for the right one", async () => {
  const store = codes();
  const cookie = await store.open(ada, "123456");
  for (const wrong of ["123457", "", "12345", "1234567"])
    expect(await store.redeem(cookie, wrong)).toBeNull();
  expect(await store.redeem(cookie, "123456")).toEqual(ada);
});

test("a code is worth nothing in another browser, even one that waits for the same address", async () => {
  const store = codes();
  const mine = await store.open(ada, "123456");
  const other = await store.open(ada, "654321");
  expect(await store.redeem(other, "123456")).toBeNull();
  const [hash] = mine.split(".");
  for (const cookie of ["", hash ?? "", `${hash}.`, `${hash}.guess-0123456789`, `x${mine}`, `${mine}.x`]) {
    expect(await store.redeem(cookie, "123456")).toBeNull();
    expect(await store.waiting(cookie)).toBeNull();
  }
  expect(await store.redeem(mine, "123456")).toEqual(ada);
});

test("a code ends after ten minutes, and within the hour its browser can have another", async () => {
  const store = codes();
  const cookie = await store.open(ada, "123456");
  clock.now = monday + codeHoldsMs;
  expect(await store.redeem(cookie, "123456")).toBeNull();
  expect(await store.renew(cookie, "654321")).toEqual(ada);
  clock.now += codeHoldsMs - 1;
  expect(await store.redeem(cookie, "654321")).toEqual(ada);
  clock.now = monday;
  const late = await store.open(ada, "123456");
  clock.now = monday + codeRenewableMs;
  expect(await store.waiting(late)).toBeNull();
  expect(await store.renew(late, "654321")).toBeNull();
  clock.now = monday;
});

test("a code that is used while another is asked for brings no code to life", async () => {
  const cookie = await codes().open(ada, "123456");
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const late = async (command: object) => {
    if (command.constructor.name === "UpdateCommand")
      expect(await codes().redeem(cookie, "123456")).toEqual(ada);
    return send(command);
  };
  const client = { send: late } as unknown as Table["client"];
  const slow = codeStore(
    { ...table, client },
    () => clock.now,
    () => `secret-0123456789-${++secrets}`,
  );
  expect(await slow.renew(cookie, "654321")).toBeNull();
  expect(await codes().redeem(cookie, "654321")).toBeNull();
});

test("what is stored of a code cannot be computed without the browser's secret", async () => {
  const own = await database.table();
  const given = ["secret-of-one-browser", "the-same-salt-0123", "secret-of-another", "the-same-salt-0123"];
  const store = codeStore(
    own,
    () => monday,
    () => given.shift() ?? "",
  );
  for (const _ of [1, 2]) await store.open(ada, "123456");
  const { Items = [] } = await own.client.send(new ScanCommand({ TableName: own.name }));
  expect(new Set(Items.map(({ salt }) => salt)).size).toBe(1);
  expect(new Set(Items.map(({ proof }) => proof)).size).toBe(2);
});

test("whoever reads the table finds neither a code nor a cookie, and leaving takes what waits along", async () => {
  const own = await database.table();
  const store = codeStore(
    own,
    () => monday,
    () => `secret-0123456789-${++secrets}`,
  );
  const [, secret = ""] = (await store.open(ada, "123456")).split(".");
  const { Items = [] } = await own.client.send(new ScanCommand({ TableName: own.name }));
  expect(JSON.stringify(Items)).not.toMatch(new RegExp(`123456"|${secret}`));
  const all = members(own);
  await all.add(aMember("ada"));
  await all.leave("ada");
  expect((await own.client.send(new ScanCommand({ TableName: own.name }))).Items).toEqual([]);
});
