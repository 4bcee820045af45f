import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import type { Table } from "../../../src/store/table.ts";
import { signInCookie } from "../../../src/web/signIn/signedIn.ts";
import { testDatabase } from "../../support/database.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

/** The table, and every partition that is asked for. */
function watched(table: Table) {
  const asked: string[] = [];
  const send = async (command: { input: { Key?: { pk?: string } } }) => {
    if (command.input.Key?.pk !== undefined) asked.push(command.input.Key.pk);
    return table.client.send(command as never);
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  return { table: { ...table, client }, asked };
}

test("whatever stands where a member's id should, no key of the table is made from it that is none of ours", async () => {
  const { table, asked } = watched(await database.table());
  const { app, ports } = pages(table);
  for (const id of ["\u20ac".repeat(1_400), "a".repeat(129), "a b", "a#session", "a.b"]) {
    const token = encodeURIComponent(`${id}.QQ.1.a`);
    expect((await app.request(`/keep?token=${token}`)).status).toBe(404);
    expect((await app.request(`/keep?token=${token}`, { method: "POST" })).status).toBe(404);
    expect((await app.request(`/unsubscribe?token=${encodeURIComponent(`${id}.x`)}`)).status).toBe(404);
    const headers = { cookie: `${signInCookie}=${encodeURIComponent(`${id.slice(0, 450)}.x`)}` };
    expect((await app.request("/dashboard", { headers })).status).toBe(303);
    expect((await app.request("/sign-out", { method: "POST", headers })).status).toBe(303);
    expect(await ports.extensionCodes.use(`${id.slice(0, 450)}.x`)).toBeNull();
  }
  expect(asked).toEqual([]);
});
