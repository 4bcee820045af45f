import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionStore } from "../../src/store/sessions.ts";
import { memberPk } from "../../src/store/table.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { testSealer } from "../support/sealer.ts";

let database: Database;
let sealer: Sealer;
beforeAll(async () => {
  database = await startDatabase();
  sealer = await testSealer();
});
afterAll(() => database.stop());

const session: Session = {
  cookies: [{ name: "li_at", value: "AQEDAT-first-secret-value" }],
  member: "/in/ada-example",
};
const renewed: Session = { ...session, cookies: [{ name: "li_at", value: "AQEDAT-second-secret-value" }] };

/** Sessions of members of whom no more is known than which session is theirs. */
async function store() {
  const table = await database.table();
  let ids = 0;
  const clock = { now: 1_000 };
  const sessions = sessionStore(
    table,
    sealer,
    () => clock.now,
    () => `v${++ids}`,
  );
  const member = (id: string, record: Readonly<Record<string, unknown>>) =>
    table.client.send(
      new PutCommand({ TableName: table.name, Item: { pk: memberPk(id), sk: "member", ...record } }),
    );
  const seal = async (id: string, each: Session) => {
    const version = await sessions.seal(id, each);
    await member(id, { version });
    return version;
  };
  return { table, clock, sessions, seal, member };
}

test("a session is stored sealed, opens for the sweep, and is nowhere in the clear", async () => {
  const { table, sessions, seal } = await store();
  await seal("m1", session);
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session, version: "v1" });
  const Key = { pk: memberPk("m1"), sk: "session" };
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
  expect(Buffer.from(JSON.stringify(Item)).includes("secret")).toBe(false);
  expect(Buffer.from(Item?.["sealed"]).includes("secret")).toBe(false);
});

test("a session that was put out of use never opens again, and nothing renews it", async () => {
  const { sessions, seal } = await store();
  await seal("m1", session);
  expect(await sessions.retire("m1", "v1")).toBe(true);
  expect(await sessions.open("m1")).toEqual({ kind: "out-of-use", version: "v1" });
  expect(await sessions.renew("m1", "v1", renewed)).toBe(false);
  expect(await sessions.open("m1")).toEqual({ kind: "out-of-use", version: "v1" });
});

test("what the site renews replaces the session that it came from, and no newer one", async () => {
  const { sessions, seal } = await store();
  await seal("m1", session);
  expect(await sessions.renew("m1", "v1", renewed)).toBe(true);
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session: renewed, version: "v1" });
  await seal("m1", session);
  expect(await sessions.renew("m1", "v1", renewed)).toBe(false);
  expect(await sessions.retire("m1", "v1")).toBe(false);
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session, version: "v2" });
});

test("a sealed session copied into another member's place does not open there", async () => {
  const { table, sessions, seal, member } = await store();
  await seal("m1", session);
  const Key = { pk: memberPk("m1"), sk: "session" };
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...Item, pk: memberPk("m2") } }));
  await member("m2", { version: "v1" });
  await expect(sessions.open("m2")).rejects.toThrow("belongs to somebody else");
});

test("a sealed session that is none says so without quoting itself", async () => {
  const { table, sessions, member } = await store();
  await member("m3", { version: "v" });
  for (const plain of [
    'AQEDAT-secret {"cookies"',
    '{"cookies":[{"name":"li_at","value":"secret;secret"}]}',
  ]) {
    const sealed = await sealer.seal(plain, { member: "m3", purpose: "session" });
    const Item = { pk: memberPk("m3"), sk: "session", sealed, sealedAt: 1, state: "sealed", version: "v" };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    const fault = await sessions.open("m3").catch((error: unknown) => error);
    expect(fault).toMatchObject({ actor: "us" });
    expect(fault).not.toHaveProperty("cause");
    expect(String(fault)).not.toContain("secret;");
    expect(String(fault)).not.toContain("AQEDAT");
  }
});

test("a browser profile is used until it is put out of use; nothing is sealed for it, and nothing renews it", async () => {
  const { table, sessions, seal, member } = await store();
  await seal("m1", session);
  const version = await sessions.useProfile("m1");
  await member("m1", { version });
  expect(await sessions.open("m1")).toEqual({ kind: "profile", version });
  const Key = { pk: memberPk("m1"), sk: "session" };
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
  expect(Item).toEqual({ ...Key, state: "profile", version });
  expect(await sessions.renew("m1", version, renewed)).toBe(false);
  expect(await sessions.retire("m1", "another")).toBe(false);
  expect(await sessions.retire("m1", version)).toBe(true);
  expect(await sessions.open("m1")).toEqual({ kind: "out-of-use", version });
});

test("a session that was put out of use is not kept, not even sealed", async () => {
  const { table, sessions, seal } = await store();
  const version = await seal("m1", session);
  await sessions.retire("m1", version);
  const Key = { pk: memberPk("m1"), sk: "session" };
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
  expect(Item).toEqual({ ...Key, state: "out-of-use", version });
});

test("a candidate waits beside the session in use, for its own version, and not for long", async () => {
  const { sessions, seal, clock } = await store();
  const version = await seal("m1", session);
  const first = (await sessions.propose("m1", session)) ?? "";
  const second = (await sessions.propose("m1", renewed)) ?? "";
  expect(await sessions.candidate("m1", first)).toBeNull();
  expect(await sessions.candidate("m1", second)).toEqual({
    session: renewed,
    version: second,
    disconnects: 0,
  });
  expect(await sessions.dropCandidate("m1", first)).toBe(false);
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session, version });
  clock.now += 40 * 60_000;
  expect(await sessions.candidate("m1", second)).toBeNull();
  expect(await sessions.dropCandidate("m1", second)).toBe(true);
  expect(await sessions.dropCandidate("m1")).toBe(false);
});

test("only the session that the member's record names opens, whatever else was sealed", async () => {
  const { sessions, seal, member } = await store();
  await seal("m1", session);
  await member("m1", {});
  expect(await sessions.open("m1")).toEqual({ kind: "none" });
  await member("m1", { version: "another" });
  expect(await sessions.open("m1")).toEqual({ kind: "none" });
});

test("an approved candidate is in use from the moment the record names it, and the other one until then", async () => {
  const { sessions, seal, member } = await store();
  const version = await seal("m1", session);
  const next = (await sessions.propose("m1", session)) ?? "";
  expect(await sessions.approve("m1", next, renewed)).toBe(true);
  expect(await sessions.take("m1", next)).toBe(false);
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session, version });
  await member("m1", { version: next });
  expect(await sessions.open("m1")).toEqual({ kind: "opened", session: renewed, version: next });
  expect(await sessions.dropCandidate("m1")).toBe(false);
  await sessions.forget("m1", next);
  expect(await sessions.open("m1")).toMatchObject({ kind: "opened" });
  await member("m1", {});
  await sessions.forget("m1", next);
  await member("m1", { version: next });
  expect(await sessions.open("m1")).toEqual({ kind: "none" });
});

test("a candidate that was given before a disconnect is none, and for nobody none is kept", async () => {
  const { sessions, member } = await store();
  expect(await sessions.propose("nobody", session)).toBeNull();
  expect(await sessions.dropCandidate("nobody")).toBe(false);
  await member("m1", {});
  const version = (await sessions.propose("m1", session)) ?? "";
  expect(await sessions.candidate("m1", version)).not.toBeNull();
  await member("m1", { disconnects: 1 });
  expect(await sessions.candidate("m1", version)).toBeNull();
});
