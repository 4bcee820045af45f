import { expect, test } from "vitest";
import type { Table } from "../../../src/store/table.ts";
import { testDatabase } from "../../support/database.ts";
import { itemsIn } from "../../support/items.ts";
import { aMember, monday } from "../../support/member.ts";
import { anInvitation, aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";
import { linked } from "./stage.ts";

const day = 86_400_000;

const database = testDatabase();

/** Two members, each with a list of their own; Ada is signed in. */
async function two() {
  const table = await database.table();
  const web = pages(table);
  for (const id of ["ada", "bob"]) await web.all.add(aMember(id, linked));
  await web.readings.put("ada", aReading(40));
  const theirs = anInvitation(777, monday - 90 * day, monday);
  const list = { pending: 1, invitations: [theirs] };
  await web.readings.put("bob", { at: monday, account: null, sent: list, received: null });
  await web.ports.ledgerOf("bob").append({
    kind: "failed",
    invitation: refOf(theirs),
    reason: "bobs reason",
    at: monday,
    run: "r",
    account: null,
  });
  await web.all.changePolicy("bob", (policy) => ({
    ...policy,
    keep: { ...policy.keep, words: ["bobs word"] },
  }));
  return { ...web, table, headers: await web.signIn("ada"), key: `id:${theirs.id}` };
}

const posts = ["/keep-one", "/unkeep-one", "/withdraw-now"];
const pagesOf = ["/dashboard", "/export.csv", "/export.json", "/account", "/account/delete", "/disconnect"];

test("no member reaches anything of another's, on any of these routes", async () => {
  const { app, post, table, headers, key, all, sent } = await two();
  const before = await itemsIn(table, "bob");
  for (const path of pagesOf) {
    const page = await (await app.request(path, { headers })).text();
    for (const word of ["Person 777", "bobs reason", "bobs word", "bob@example.org"])
      expect(page).not.toContain(word);
  }
  const answers = new Set<string>();
  for (const path of posts)
    for (const asked of [key, "id:1", "profile:/in/nobody", "received:id:9"]) {
      const answer = await post(path, { key: asked }, headers);
      answers.add(`${answer.status} ${await answer.text()}`);
    }
  answers.add(await textOf(app.request(`/withdraw-now?key=${key}`, { headers })));
  expect([...answers].map((answer) => answer.slice(0, 3))).toEqual(["404"]);
  expect((await post("/unkeep-word", { word: "bobs word" }, headers)).status).toBe(404);
  for (const path of ["/pause", "/look", "/disconnect", "/account/end-sign-ins"])
    await post(path, {}, headers);
  expect(sent.every(({ memberId }) => memberId === "ada")).toBe(true);
  await post("/account/delete", { sure: "yes" }, await pagesSignIn(table, "ada"));
  expect(await itemsIn(table, "bob")).toEqual(before);
  expect((await all.get("bob"))?.policy.keep.words).toEqual(["bobs word"]);
});

test("opening any page changes nothing in the store, by GET and by HEAD", async () => {
  const { app, table, headers } = await two();
  const key = `id:${aReading(40).sent.invitations[35]?.id}`;
  const before = await itemsIn(table);
  for (const path of [
    ...pagesOf,
    `/withdraw-now?key=${key}`,
    "/manage",
    "/account/deleted",
    "/dashboard?state=kept&q=x",
  ])
    for (const method of ["GET", "HEAD"]) {
      const answer = await app.request(path, { method, headers });
      expect(answer.status).toBeLessThan(400);
      await answer.text();
    }
  for (const path of [
    ...posts,
    "/pause",
    "/resume",
    "/look",
    "/keep-word",
    "/unkeep-word",
    "/account/end-sign-ins",
  ])
    for (const method of ["GET", "HEAD"])
      await (await app.request(`${path}?key=${key}`, { method, headers })).text();
  expect(await itemsIn(table)).toEqual(before);
});

test("fields that are unknown, repeated, too long or no text are answered with a sentence, and change nothing", async () => {
  const { app, post, table, headers } = await two();
  const key = `id:${aReading(40).sent.invitations[35]?.id}`;
  const before = await itemsIn(table);
  const forms = [
    ["/keep-one", ""],
    ["/keep-one", "key="],
    ["/keep-one", `key=${key}&more=1`],
    ["/keep-one", `key=${key}&key=${key}`],
    ["/keep-one", `key=${"x".repeat(700)}`],
    ["/keep-one", "key=%ff%fe"],
    ["/keep-one?state=nowhere", `key=${key}`],
    ["/keep-one?page=-1", `key=${key}`],
    ["/unkeep-one", `key=${key}&q=1`],
    ["/unkeep-word", "word=a%00b"],
    ["/withdraw-now", `key=${key}&profile=/in/x`],
    ["/keep-word", `text=${"x".repeat(700)}`],
    ["/pause", "paused=false"],
    ["/look", "x=1"],
    ["/disconnect", "x=1"],
    ["/account/delete", ""],
    ["/account/delete", "sure=yes&id=bob"],
    ["/account/end-sign-ins", "all=1"],
  ] as const;
  for (const [path, body] of forms) {
    const init = { "content-type": "application/x-www-form-urlencoded", ...headers };
    const answer = await app.request(path, { method: "POST", body, headers: init });
    expect([path, body.slice(0, 30), answer.status < 500 && answer.status >= 400]).toEqual([
      path,
      body.slice(0, 30),
      true,
    ]);
    expect(await answer.text()).toMatch(/<p>[A-Z][^<]+\.<\/p>/);
  }
  for (const query of [
    "state=x",
    "page=0",
    "page=1e3",
    "q=a&q=b",
    `q=${"x".repeat(200)}`,
    "more=1",
    "done=evil",
  ])
    expect((await app.request(`/dashboard?${query}`, { headers })).status).toBe(422);
  expect((await post("/keep-one", { key: `${key}0` }, headers)).status).toBe(404);
  expect(await itemsIn(table)).toEqual(before);
});

async function pagesSignIn(table: Table, id: string) {
  return pages(table).signIn(id);
}

async function textOf(answer: Response | Promise<Response>): Promise<string> {
  const came = await answer;
  return `${came.status} ${await came.text()}`;
}

function refOf({ id, profile, name, sentAt }: ReturnType<typeof anInvitation>) {
  return { id, profile, name, sentAt };
}
