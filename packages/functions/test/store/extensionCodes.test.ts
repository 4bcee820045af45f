import { randomBytes } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { codeMinutes, extensionCodeStore } from "../../src/store/extensionCodes.ts";
import { testDatabase } from "../support/database.ts";
import { monday } from "../support/member.ts";

const database = testDatabase();

async function store() {
  const table = await database.table();
  const clock = { now: monday };
  const codes = extensionCodeStore(
    table,
    () => clock.now,
    () => randomBytes(32).toString("base64url"),
  );
  const items = async () => (await table.client.send(new ScanCommand({ TableName: table.name }))).Items ?? [];
  return { codes, clock, items };
}

test("a code names its member once, and never again", async () => {
  const { codes, items } = await store();
  const code = await codes.open("ada");
  expect(await codes.use(code)).toBe("ada");
  expect(await codes.use(code)).toBeNull();
  expect(await items()).toEqual([]);
});

test("of many who use one code at the same time, one succeeds", async () => {
  const { codes } = await store();
  const code = await codes.open("ada");
  const answers = await Promise.all(Array.from({ length: 12 }, () => codes.use(code)));
  expect(answers.filter((answer) => answer !== null)).toEqual(["ada"]);
});

test("a code ends after its minutes, also while the table still has it", async () => {
  const { codes, clock, items } = await store();
  const code = await codes.open("ada");
  clock.now += codeMinutes * 60_000 - 1;
  const [item] = await items();
  expect(item?.["ttl"]).toBe((monday + codeMinutes * 60_000) / 1_000);
  clock.now += 1;
  expect(await codes.use(code)).toBeNull();
  expect(await items()).toHaveLength(1);
});

test("a new code ends the one before it, and nobody else's", async () => {
  const { codes } = await store();
  const [first, bobs, second] = [await codes.open("ada"), await codes.open("bob"), await codes.open("ada")];
  expect(await codes.use(first)).toBeNull();
  expect(await codes.use(second)).toBe("ada");
  expect(await codes.use(bobs)).toBe("bob");
});

test("a code that is cut, altered, invented or made out to another member is none", async () => {
  const { codes } = await store();
  const code = await codes.open("ada");
  await codes.open("bob");
  const secret = code.slice("ada.".length);
  for (const wrong of [
    ...["", ".", "ada", "ada.", `.${secret}`, secret, code.slice(0, -1), `${code}A`, `${code}.`],
    ...[`bob.${secret}`, `nobody.${secret}`, `ada.bob.${secret}`, `ada.${"x".repeat(600)}`],
  ])
    expect(await codes.use(wrong), wrong).toBeNull();
  expect(await codes.use(code)).toBe("ada");
});

test("whoever reads the table finds no code in it", async () => {
  const { codes, items } = await store();
  const code = await codes.open("ada");
  expect(JSON.stringify(await items())).not.toContain(code.slice("ada.".length));
});
