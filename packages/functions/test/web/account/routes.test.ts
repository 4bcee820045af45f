import { expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { itemsIn } from "../../support/items.ts";
import { aMember, connected, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

const session = { cookies: [], userAgent: null } as never;

/** Ada with something of every kind in the store. */
async function stage() {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const version = await web.sessions.seal("ada", session);
  await web.sessions.propose("ada", session);
  await web.all.sessionSealed("ada", version, connected(monday));
  await web.readings.put("ada", aReading(40));
  await web.errands.begin("ada", { kind: "look", about: "", runId: "r", askedAt: monday });
  await web.ports.ledgerOf("ada").append({ kind: "confirmed", due: 3, at: monday, run: "r", account: null });
  return { ...web, headers: await web.signIn("ada") };
}

test("deleting the account is asked first, and leaves nothing in the store", async () => {
  const web = await stage();
  const { app, post, headers } = web;
  expect(await (await app.request("/account/delete", { headers })).text()).toContain(
    "cannot be brought back",
  );
  expect((await itemsIn(web.table)).length).toBeGreaterThan(6);
  const answer = await post("/account/delete", { sure: "yes" }, headers);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/account/deleted"]);
  expect(answer.headers.get("set-cookie")).toMatch(/lapse-sign-in=;.*Max-Age=0/);
  expect(await itemsIn(web.table)).toEqual([]);
  expect(await (await app.request("/account/deleted")).text()).toContain("Everything is deleted");
  expect((await app.request("/dashboard", { headers })).headers.get("location")).toBe("/sign-in");
});

test("ending all sign-ins signs out every browser, and leaves everything else", async () => {
  const { app, post, all, headers, signIn } = await stage();
  const other = await signIn("ada");
  expect((await post("/account/end-sign-ins", {}, headers)).headers.get("location")).toBe("/sign-in");
  for (const each of [headers, other])
    expect((await app.request("/account", { headers: each })).headers.get("location")).toBe("/sign-in");
  expect(await all.get("ada")).toMatchObject({ session: "sealed" });
});

test("disconnecting is asked first, and deletes the session with the same press", async () => {
  const web = await stage();
  const { app, post, all, sessions, headers } = web;
  expect(await (await app.request("/disconnect", { headers })).text()).toContain("deleted here at once");
  expect(await all.get("ada")).toMatchObject({ session: "sealed" });
  expect((await post("/disconnect", {}, headers)).headers.get("location")).toBe(
    "/dashboard?done=disconnected",
  );
  expect(await all.get("ada")).toMatchObject({ session: "none", connectedAt: null, account: null });
  expect(await sessions.open("ada")).toEqual({ kind: "none" });
  expect((await itemsIn(web.table)).map(({ sk }) => sk)).not.toContain("candidate");
  expect(await (await app.request("/dashboard", { headers })).text()).toContain("You are disconnected");
});

test("the session is gone even where the second write fails", async () => {
  const web = await stage();
  web.all.disconnect = () => Promise.reject(new Error("the table is out of reach"));
  expect((await web.post("/disconnect", {}, web.headers)).status).toBe(500);
  expect(await web.sessions.open("ada")).toEqual({ kind: "none" });
});

test.each(["/disconnect", "/account/end-sign-ins"])(
  "an extension's code is worth nothing after %s",
  async (path) => {
    const { ports, post, headers } = await stage();
    const code = await ports.extensionCodes.open("ada");
    expect((await post(path, {}, headers)).status).toBe(303);
    expect(await ports.extensionCodes.use(code)).toBeNull();
  },
);
