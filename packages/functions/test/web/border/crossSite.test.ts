import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { goodForm, pages } from "../../support/web.ts";

const database = testDatabase();
let web: ReturnType<typeof pages>;
beforeAll(async () => {
  web = pages(await database.table(), { limits: { take: async () => null } });
  await web.all.add(aMember("ada"));
});

const ours = "https://lapse.example.org";
const theirs = "https://evil.example";
const send = (path: string, headers: Readonly<Record<string, string>>, method = "POST") =>
  web.app.request(path, {
    method,
    headers,
    ...(method === "GET" ? {} : { body: new URLSearchParams({ email: "ada@example.org" }) }),
  });

test.each([
  [403, { "sec-fetch-site": "cross-site" }],
  [403, { "sec-fetch-site": "same-site" }],
  [403, { "sec-fetch-site": "cross-site", origin: ours }],
  [403, { "sec-fetch-site": "same-origin", origin: theirs }],
  [403, { origin: theirs }],
  [403, { origin: "null" }],
  [403, { origin: "" }],
  [403, { origin: `${ours}.evil.example` }],
  [403, { origin: "http://lapse.example.org" }],
  [403, { origin: `chrome-extension://${"a".repeat(32)}` }],
  [303, { origin: ours }],
  [303, { "sec-fetch-site": "same-origin", origin: ours }],
  [303, { "sec-fetch-site": "none" }],
  [303, {}],
])("a form gets %s when the browser says %j", async (status, headers) => {
  expect((await send("/sign-in", headers)).status).toBe(status);
});

test.each(["http://127.0.0.1:8080", "http://localhost:3000", "http://[::1]:9"])(
  "on one's own computer, forms are taken under %s, and those of another port are not",
  async (origin) => {
    const { host } = new URL(origin);
    for (const webOrigin of ["http://localhost:3000", "http://127.0.0.1:1", "http://[::1]:8080"]) {
      const local = pages(web.table, { limits: { take: async () => null }, webOrigin });
      const from = async (headers: Readonly<Record<string, string>>) =>
        (await local.post(`${origin}/sign-in`, { email: "ada@example.org" }, headers)).status;
      expect(await from({ host, origin })).toBe(303);
      expect(await from({ host, origin: webOrigin })).toBe(303);
      expect(await from({ host, origin: `${origin}1` })).toBe(403);
      // A name of theirs that was pointed at this computer.
      expect(await from({ host: "evil.example", origin: "http://evil.example" })).toBe(403);
      expect(await from({ host: "127.0.0.1.evil.example", origin: "http://127.0.0.1.evil.example" })).toBe(
        403,
      );
    }
    expect((await send(`${origin}/sign-in`, { host, origin })).status).toBe(403);
  },
);

test("a name that was pointed at us is not ours, whatever the request says of its host", async () => {
  expect((await send(`${theirs}/sign-in`, { host: "evil.example", origin: theirs })).status).toBe(403);
  const headers = { host: "evil.example", origin: theirs, "sec-fetch-site": "same-origin" };
  expect((await send(`${theirs}/sign-in`, headers)).status).toBe(403);
  expect((await send(`${theirs}/sign-in`, { host: "evil.example", origin: ours })).status).toBe(303);
});

test("whatever its content type and method, nothing from another site is carried out", async () => {
  const { cookie } = await web.signIn("ada");
  const before = [await web.all.get("ada"), web.mails.length];
  const types = [
    ...["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"],
    ...["application/json", ""],
  ];
  const paths = [
    "/sign-up",
    "/sign-in",
    "/sign-out",
    "/code",
    "/code/again",
    "/sentence",
    "/rules",
    "/start",
    "/nowhere",
  ];
  for (const path of paths)
    for (const type of types) {
      const headers = { cookie, origin: theirs, ...(type === "" ? {} : { "content-type": type }) };
      expect((await send(path, headers)).status).toBe(403);
    }
  for (const method of ["PUT", "PATCH", "DELETE"])
    expect((await send("/rules", { cookie, origin: theirs }, method)).status).toBe(403);
  expect([await web.all.get("ada"), web.mails.length]).toEqual(before);
  expect((await send("/sign-in", { cookie, origin: theirs }, "GET")).status).toBe(303);
});

test("a mail program's one click is taken from anywhere, for the token alone", async () => {
  const token = `ada.${aMember("ada").unsubscribeToken}`;
  const headers = { origin: theirs, "sec-fetch-site": "cross-site" };
  const { cookie } = await web.signIn("ada");
  const press = { "List-Unsubscribe": "One-Click" };
  expect((await web.post("/unsubscribe", press, { ...headers, cookie })).status).toBe(404);
  expect((await send(`/unsubscribe?token=${token}`, headers)).status).toBe(200);
});

test("every form of ours is sent from a page that the browser names to us, and to no other site", async () => {
  const answer = await web.app.request("/");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect((await web.post("/sign-up", goodForm, { origin: ours })).status).toBe(303);
});
