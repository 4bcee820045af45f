import { beforeAll, expect, test } from "vitest";
import { makeKeepUrl } from "../../../src/web/keep/link.ts";
import { unsubscribeTokenOf } from "../../../src/web/unsubscribe/link.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, connected, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();
let web: ReturnType<typeof pages>;
let headers: Record<string, string>;
beforeAll(async () => {
  web = pages(await database.table());
  await web.all.add(aMember("ada"));
  await web.all.sessionSealed("ada", "v1", connected(monday));
  await web.readings.put("ada", aReading(3));
  headers = await web.signIn("ada");
});

const get = (path: string) => web.app.request(path, { headers });
/** Every page; what ends in .css and .js is none, and /manage leads on, whatever an older link carries. */
const allPages = () => [
  ...new Set(
    web.app.routes
      .filter(({ method, path }) => method === "GET" && !/\*|^\/manage$|\.(?:css|js)$/.test(path))
      .map(({ path }) => path),
  ),
];

test("a field in the address that a page does not know, or one twice, is answered with a sentence on every page", async () => {
  expect(allPages().length).toBeGreaterThan(15);
  for (const path of allPages())
    for (const query of [
      "x=1",
      "x=1&x=2",
      "again=1&again=1",
      "another&another",
      "olderThanDays=7&olderThanDays=8",
    ]) {
      const answer = await get(`${path}?${query}`);
      expect([path, query, answer.status >= 400 && answer.status < 500]).toEqual([path, query, true]);
      expect(await answer.text()).toMatch(/[A-Z][^<]+\./);
    }
});

test("a link that carries a token twice is as good as none", async () => {
  const link = makeKeepUrl("", aMember("ada"), monday)("id:5");
  const none = await (await get("/keep")).text();
  const unsubscribe = `/unsubscribe?token=${unsubscribeTokenOf(aMember("ada"))}`;
  expect((await get(unsubscribe)).status).toBe(200);
  for (const method of ["GET", "POST"])
    for (const path of [`${link}&token=a`, `/keep?token=a&${link.split("?")[1]}`]) {
      const answer = await web.app.request(path, { method });
      expect([answer.status, await answer.text()]).toEqual([404, none]);
    }
  for (const method of ["GET", "POST"])
    expect((await web.app.request(`${unsubscribe}&token=a`, { method })).status).toBe(404);
  expect((await web.all.get("ada"))?.mail).toBe("on");
});

test("what mail programs and other sites add to links is passed over", async () => {
  const added = "utm_source=mail&utm_source=x&fbclid=1&gclid=2&mc_cid=3";
  const unsubscribe = `/unsubscribe?token=${unsubscribeTokenOf(aMember("ada"))}`;
  for (const path of [
    "/",
    "/dashboard",
    "/account",
    "/preview",
    "/code?again=1",
    "/connect/trying?another",
    unsubscribe,
  ])
    expect((await get(`${path}${path.includes("?") ? "&" : "?"}${added}`)).status).toBe(200);
});

test("an address that no page has is not there, whatever its fields", async () => {
  expect((await get("/nowhere?x=1")).status).toBe(404);
});
