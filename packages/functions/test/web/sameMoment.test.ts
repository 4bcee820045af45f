import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Table } from "../../src/store/table.ts";
import { beforePut } from "../support/before.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { aMember, connected, monday } from "../support/member.ts";
import { pages } from "../support/web.ts";

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

async function itemsIn({ client, name: TableName }: Table): Promise<readonly string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  return Items.map(({ pk, sk }) => `${pk} ${sk}`);
}

type Web = ReturnType<typeof pages>;
type Headers = Awaited<ReturnType<Web["signIn"]>>;

/** Ada in one browser where something is written, and in another where she acts right before that. */
async function ada(sk: string, acts: (other: Web, headers: Headers) => unknown) {
  const table = await database.table();
  const other = pages(table);
  await other.all.add(aMember("ada"));
  await other.all.sessionSealed("ada", "v1", connected(monday));
  const headers = await other.signIn("ada");
  const web = pages(beforePut(table, sk, async () => acts(other, headers)));
  return { ...web, table, headers };
}

const paste = { paste: "li_at=AQEDATsecretvalue0123456789abcdef", incomplete: "on" };

describe("a paste in the same moment", () => {
  test.each(["errand#try", "candidate"])(
    "as the account is deleted leaves nothing, before %s",
    async (sk) => {
      const { table, post, sent, headers } = await ada(sk, (other, signedIn) =>
        other.post("/account/delete", { sure: "yes" }, signedIn),
      );
      expect((await post("/connect/paste", paste, headers)).status).toBe(303);
      expect(await itemsIn(table)).toEqual([]);
      expect(sent).toEqual([]);
    },
  );

  test("as a disconnect is not kept, and the member is told so", async () => {
    const { app, table, post, sent, headers } = await ada("candidate", (other, signedIn) =>
      other.post("/disconnect", {}, signedIn),
    );
    expect((await post("/connect/paste", paste, headers)).status).toBe(303);
    expect(await itemsIn(table)).not.toContain("member#ada candidate");
    expect(sent).toEqual([]);
    const page = await (await app.request("/connect/trying", { headers })).text();
    expect(page).toContain("You disconnected in the same moment, so nothing of it was kept.");
  });
});
