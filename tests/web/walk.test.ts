import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { invitationKey } from "@lapse/core/invitation/invitation";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Table } from "../../packages/functions/src/store/table.ts";
import { type Database, startDatabase } from "../../packages/functions/test/support/dynamo.ts";
import { aMember } from "../../packages/functions/test/support/member.ts";
import { aReading } from "../../packages/functions/test/support/reading.ts";
import { goodForm } from "../../packages/functions/test/support/web.ts";
import { people } from "./people.ts";
import { openStage } from "./stage.ts";

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

/** The addresses that the pages answer, as the router knows them: none can be forgotten here. */
function routesOf(app: Hono, method: "GET" | "POST"): string[] {
  const found = app.routes.filter((route) => route.method === method && !route.path.includes("*"));
  return [...new Set(found.map(({ path }) => path))].sort();
}

/** Everything in the table, in one order, bytes as they are. */
async function contents(table: Table, of = ""): Promise<string> {
  const items: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) {
      const sorted = Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));
      items.push(JSON.stringify(sorted));
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items
    .filter((item) => item.includes(of))
    .sort()
    .join("\n");
}

const keyIn = (stage: ReturnType<typeof aReading>) =>
  invitationKey(stage.sent.invitations[20] ?? raise()) ?? "";
const raise = (): never => {
  throw new Error("the reading is too short");
};

/** What pages take in their addresses, and in forms, all at once: each takes what it knows. */
const filled = (key: string) => ({
  ...{
    key,
    q: "Person",
    state: "kept",
    olderThanDays: "14",
    token: `ada.${aMember("ada").unsubscribeToken}`,
  },
  ...{ sure: "yes", code: "123456", text: "Person", paste: "li_at=x" },
});

test("walking every page with GET and HEAD changes nothing in the store, signed in or not", async () => {
  const stage = await openStage(database);
  try {
    const cookie = await stage.person("ada", people.running);
    const before = await contents(stage.table);
    expect(before.length).toBeGreaterThan(5_000);
    const query = new URLSearchParams(filled(keyIn(people.running.reading)));
    const routes = routesOf(stage.app, "GET");
    expect(routes.length).toBeGreaterThan(15);
    for (const path of routes) {
      for (const method of ["GET", "HEAD"]) {
        for (const headers of [{}, { cookie }]) {
          const bare = await stage.app.request(path, { method, headers });
          const asked = await stage.app.request(`${path}?${query}`, { method, headers });
          expect(
            [bare.status, asked.status].every((status) => status < 500),
            `${method} ${path}`,
          ).toBe(true);
        }
      }
    }
    expect((await contents(stage.table)) === before, "nothing was written").toBe(true);
  } finally {
    await stage.stop();
  }
});

test("of two members none reaches anything of the other, on any route, by any field", async () => {
  const stage = await openStage(database);
  try {
    const his = aReading(30, {
      change: (rank) => ({ name: `Secret of Bob ${rank}`, profile: `/in/bobs-${rank}` }),
    });
    await stage.person("bob", {
      ...people.running,
      reading: his,
      member: { ...people.running.member, account: "/in/bob-himself" },
    });
    const before = await contents(stage.table, '"member#bob"');
    const routes = [
      ...routesOf(stage.app, "GET").map((path) => ({ method: "GET", path })),
      // Leaving comes last.
      ...routesOf(stage.app, "POST")
        .filter((path) => path !== "/sign-out")
        .sort((a, b) => Number(a === "/account/delete") - Number(b === "/account/delete"))
        .map((path) => ({ method: "POST", path })),
    ];
    const { token: _, ...fields } = filled(keyIn(his));
    const guesses = {
      ...goodForm,
      ...fields,
      email: "ada@example.org",
      member: "bob",
      memberId: "bob",
      id: "bob",
    };
    await stage.person("ada", people.running);
    const alone = Object.entries(guesses).map((entry) => [entry]);
    // Pages refuse what they do not know, so each field comes alone as well.
    const sendings = [Object.entries(fields), Object.entries(guesses), [], ...alone];
    for (const { method, path } of routes) {
      for (const given of sendings.filter((_, number) => path !== "/account/delete" || number < 3)) {
        const sent = new URLSearchParams(given);
        // One of the routes ends all sign-ins.
        const { cookie } = await stage.signIn("ada");
        const answer =
          method === "GET"
            ? await stage.app.request(`${path}?${sent}`, { headers: { cookie } })
            : await stage.app.request(path, { method, headers: { cookie }, body: sent });
        const page = `${await answer.text()} ${[...answer.headers].join(" ")}`;
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
        for (const his of ["Secret of Bob", "bob-himself", "bob@example.org"])
          expect(page.includes(his), `${method} ${path}?${sent} shows what is Bob's`).toBe(false);
      }
    }
    expect((await contents(stage.table, '"member#bob"')) === before, "nothing of Bob's changed").toBe(true);
    expect(stage.sent.filter(({ memberId }) => memberId !== "ada")).toEqual([]);
  } finally {
    await stage.stop();
  }
});
