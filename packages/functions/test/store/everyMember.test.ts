import { BatchGetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyMember } from "../../src/store/everyMember.ts";
import { members } from "../../src/store/members.ts";
import type { Table } from "../../src/store/table.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { aMember } from "../support/member.ts";

const ids = Array.from({ length: 230 }, (_, n) => `member-${n}`);
let database: Database;
let table: Table;
beforeAll(async () => {
  database = await startDatabase();
  table = await database.table();
  const all = members(table);
  for (let from = 0; from < ids.length; from += 46)
    await Promise.all(ids.slice(from, from + 46).map((id) => all.add(aMember(id))));
});
afterAll(() => database.stop());

type Send = (command: unknown) => Promise<Record<string, unknown>>;

/** The same table, with every request shown, and every answer altered, on its way. */
function watched(alter: (command: unknown, send: Send) => Promise<unknown>): Table {
  const send = table.client.send.bind(table.client) as unknown as Send;
  return { ...table, client: { send: (command: unknown) => alter(command, send) } as Table["client"] };
}

async function read(from: Table, firstShard?: number, waits: number[] = []) {
  const found: string[] = [];
  const faults: string[] = [];
  for await (const listed of everyMember(from, firstShard, async (attempt) => void waits.push(attempt))) {
    if (listed.ok) found.push(listed.member.id);
    else faults.push(listed.memberId);
  }
  return { found, faults, waits };
}

test("every member comes once, wherever the reading begins, and a hundred are read in one request", async () => {
  let reads = 0;
  const counting = watched((command, send) => {
    if (command instanceof BatchGetCommand) reads++;
    return send(command);
  });
  const begins: (string | undefined)[] = [];
  for (const firstShard of [0, 3, 7]) {
    const { found, faults } = await read(counting, firstShard);
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(faults).toEqual([]);
    begins.push(found[0]);
  }
  expect(reads).toBe(9);
  expect(new Set(begins).size).toBe(3);
});

test("a member whose due time moves while the index is read comes once", async () => {
  const twice = watched(async (command, send) => {
    const answer = await send(command);
    if (!(command instanceof QueryCommand)) return answer;
    const items = (answer["Items"] ?? []) as unknown[];
    return { ...answer, Items: [...items, ...items] };
  });
  expect((await read(twice)).found.toSorted()).toEqual(ids.toSorted());
});

test("what DynamoDB leaves unread is asked for again after a while, and named where it stays so", async () => {
  const lazy = (most: number) =>
    watched(async (command, send) => {
      if (!(command instanceof BatchGetCommand)) return send(command);
      const Keys = command.input.RequestItems?.[table.name]?.Keys ?? [];
      const left = Keys.slice(most);
      const now = Keys.slice(0, most);
      const asked = new BatchGetCommand({ RequestItems: { [table.name]: { Keys: now } } });
      const answer = now.length > 0 ? await send(asked) : {};
      return left.length > 0 ? { ...answer, UnprocessedKeys: { [table.name]: { Keys: left } } } : answer;
    });
  const slow = await read(lazy(30));
  expect(slow.found.toSorted()).toEqual(ids.toSorted());
  expect(slow.waits).toEqual([1, 2, 3, 1, 2, 3]);
  const dead = await read(lazy(0));
  expect(dead.found).toEqual([]);
  expect(dead.faults.toSorted()).toEqual(ids.toSorted());
});
