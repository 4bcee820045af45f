import { PutCommand, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { expect, test } from "vitest";
import { claimDue } from "../../src/store/due.ts";
import { emailHash, emailPk } from "../../src/store/emailKey.ts";
import { leaseStore } from "../../src/store/lease.ts";
import { members } from "../../src/store/members.ts";
import type { Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { aMember, connected, monday } from "../support/member.ts";

const database = testDatabase();

/** Everything in the table, in a fixed order. */
async function everything({ client, name }: Table): Promise<readonly Record<string, unknown>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  const place = (item: Record<string, unknown>) => `${String(item["pk"])} ${String(item["sk"])}`;
  return Items.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** Ada with one of each kind of item, and more events than one batch deletes. */
async function withAda(table: Table): Promise<void> {
  const all = members(table);
  await all.add(aMember("ada"));
  await all.sessionSealed("ada", "v1", connected(monday));
  const events = Array.from({ length: 60 }, (_, number) => `event#${number}`);
  for (const sk of ["session", "candidate", "lease", "reading", "reading#r#0000", "signin#x", ...events])
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk: "member#ada", sk } }));
  const code = { pk: emailPk(emailHash("ada@example.org")), sk: "code#x" };
  await table.client.send(new PutCommand({ TableName: table.name, Item: code }));
}

/** A client that dies over its write number `last`. */
function dyingAt(table: Table, last: number): Table {
  let writes = 0;
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const dying = (command: object) => {
    const reads = /^(?:Get|Query)/.test(command.constructor.name);
    return !reads && ++writes > last ? Promise.reject(new Error("power cut")) : send(command);
  };
  return { ...table, client: { send: dying } as unknown as Table["client"] };
}

test("who leaves leaves nothing behind, and nobody else loses anything", async () => {
  const table = await database.table();
  const all = members(table);
  await all.add(aMember("bob"));
  const others = await everything(table);
  await withAda(table);
  await all.leave("ada");
  expect(await everything(table)).toEqual(others);
  await all.leave("ada");
  expect(await everything(table)).toEqual(others);
});

test("somebody whose record lost its rules can be deleted, too", async () => {
  const table = await database.table();
  await withAda(table);
  for (const gone of ["#policy", "revision"]) {
    const names = gone === "#policy" ? { ExpressionAttributeNames: { "#policy": "policy" } } : {};
    const Key = { pk: "member#ada", sk: "member" };
    const UpdateExpression = `REMOVE ${gone}`;
    await table.client.send(new UpdateCommand({ TableName: table.name, Key, UpdateExpression, ...names }));
  }
  await members(table).leave("ada");
  expect(await everything(table)).toEqual([]);
});

test("leaving that died at any of its writes has already stopped everything, and is finished by doing it again", async () => {
  const all = (table: Table) => members(table);
  for (let survived = 1; ; survived++) {
    const table = await database.table();
    await withAda(table);
    const done = await all(dyingAt(table, survived))
      .leave("ada")
      .then(
        () => true,
        () => false,
      );
    for await (const _ of claimDue(table, monday + 86_400_000, 1)) expect.unreachable("something was due");
    const left = await everything(table);
    // As long as there is something that only the member can finish, the member can sign in, or is signed in.
    const record = left.some(({ sk }) => sk === "member");
    if (record) expect(left.some(({ sk }) => sk === "signin#x")).toBe(true);
    await all(table).leave("ada");
    expect(await everything(table)).toEqual([]);
    if (done) return expect(survived).toBeGreaterThan(8);
  }
});

test("a sweep that is running when its member leaves may not go on, and finds no rules", async () => {
  const table = await database.table();
  const all = members(table);
  await all.add(aMember("ada"));
  const lease = leaseStore(table, "ada", () => monday);
  expect(await lease.acquire("run", 60_000)).toBe(true);
  await all.leave("ada");
  expect(await lease.renew("run", 60_000)).toBe(false);
  expect(await all.get("ada")).toBeNull();
});

test("an address that was signed up anew before the leaving was finished stays with its new member", async () => {
  const table = await database.table();
  const all = members(table);
  await withAda(table);
  const again = { ...table, client: Object.create(table.client) as Table["client"] };
  let died = false;
  again.client.send = ((command: { input: { Key?: { sk?: string } } }) => {
    died ||= command.constructor.name === "DeleteCommand" && command.input.Key?.sk === "member";
    return died ? Promise.reject(new Error("power cut")) : table.client.send(command as never);
  }) as never;
  await expect(members(again).leave("ada")).rejects.toThrow("power cut");
  expect(await all.add(aMember("ada-2", { email: "ada@example.org" }))).toBe(true);
  await all.leave("ada");
  expect(await all.findByEmail("ada@example.org")).toMatchObject({ id: "ada-2" });
});

test("a change of the rules that was under way does not end the pause of who is leaving", async () => {
  const table = await database.table();
  await withAda(table);
  let writes = 0;
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const late = async (command: object) => {
    const first = command.constructor.name === "UpdateCommand" && ++writes === 1;
    if (first) await expect(members(dyingAt(table, 1)).leave("ada")).rejects.toThrow("power cut");
    return send(command);
  };
  const all = members({ ...table, client: { send: late } as unknown as Table["client"] });
  await all.changePolicy("ada", (policy) => ({ ...policy, perDay: 3 }));
  expect((await all.get("ada"))?.policy).toEqual({ ...defaultPolicy, perDay: 3, paused: true });
  expect(writes).toBe(2);
});
