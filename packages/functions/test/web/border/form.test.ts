import * as fc from "fast-check";
import { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { type FormShape, formFields } from "../../../src/web/border/form.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();
let web: ReturnType<typeof pages>;
beforeAll(async () => {
  web = pages(await database.table(), { limits: { take: async () => null } });
});

const urlencoded = "application/x-www-form-urlencoded";

async function read(body: string | Uint8Array<ArrayBuffer>, shape?: FormShape) {
  const app = new Hono();
  app.post("/", async (context) => context.json(await formFields(context, shape)));
  app.onError((fault, context) => context.text(fault.name, 400));
  const answer = await app.request("/", { method: "POST", body, headers: { "content-type": urlencoded } });
  return answer.ok ? ((await answer.json()) as unknown) : answer.text();
}

test("any fields are read as the URL standard reads them", async () => {
  const text = fc
    .string({ unit: "binary", maxLength: 30 })
    .map((each) => each.toWellFormed().replaceAll("\0", ""));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), async (pairs) => {
      const body = new URLSearchParams(pairs);
      expect(await read(body.toString())).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(pairs))));
    }),
    { numRuns: 100 },
  );
  expect(await read("a=100%&b=%zz+%4&&c&=d")).toEqual({ a: "100%", b: "%zz %4", c: "", "": "d" });
});

test("a list may come several times, anything else once", async () => {
  expect(await read("a=1&b=2&a=3", { lists: ["a"] })).toEqual({ a: ["1", "3"], b: "2" });
  expect(await read("a=1&b=2&b=3", { lists: ["a"] })).toBe("FormRefused");
});

const forms = ["/sign-up", "/sign-in", "/code", "/sentence", "/unsubscribe"];

test.each(forms)("%s refuses with a sentence what no form of ours sends", async (path) => {
  const bodies: [string, BodyInit][] = [
    ["a field twice", "email=a&email=b&code=1&code=2&token=1&token=2&perDay=1&perDay=2"],
    ["bytes that are no text, escaped", "email=%ff&code=%ff&token=%ff&perDay=%ff"],
    ["bytes that are no text, bare", new Uint8Array([0x65, 0x3d, 0xff])],
    ["a lone surrogate", "email=%ed%a0%80&code=%ed%a0%80&token=%ed%a0%80"],
    ["a NUL", "email=a%00b&code=1%00&token=%00&perDay=%00"],
  ];
  for (const [what, body] of bodies) {
    const answer = await web.app.request(path, {
      method: "POST",
      body,
      headers: { "content-type": urlencoded },
    });
    expect([what, answer.status]).toEqual([what, 400]);
    expect(await answer.text()).toMatch(
      /<p>(?:A field of the form|The form) [^<]+\. Nothing was changed\.<\/p>/,
    );
  }
  for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain"]) {
    const answer = await web.app.request(path, {
      method: "POST",
      body: "{}",
      headers: { "content-type": type },
    });
    expect([type, answer.status]).toEqual([type, 415]);
  }
});

test.each([
  "/sign-up",
  "/sign-in",
  "/code",
  "/code/again",
  "/sentence",
  "/unsubscribe",
  "/sign-out",
  "/keep",
])("%s refuses a field that it does not have", async (path) => {
  const answer = await web.post(path, { admin: "on" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("does not know");
});

test.each(["/sign-out", "/connect/code"])(
  "%s, which has no field, takes nothing but an empty form",
  async (path) => {
    await web.all.add(aMember("ada"));
    const { cookie } = await web.signIn("ada");
    const statuses: number[] = [];
    for (const [type, body] of [
      ["application/json", '{"x":1}'],
      [urlencoded, "x=%ff&x=2"],
      [urlencoded, "x=1"],
      [urlencoded, ""],
    ] as const) {
      const answer = await web.app.request(path, {
        method: "POST",
        body,
        headers: { cookie, "content-type": type },
      });
      statuses.push(answer.status);
      if (answer.status >= 400) expect(await answer.text()).toContain("Nothing was changed.</p>");
    }
    expect(statuses).toEqual([415, 400, 400, 303]);
  },
);

test("a mail program's own press needs nothing but the token in the address, in either form that RFC 8058 knows", async () => {
  await web.all.add(aMember("bob"));
  const path = `/unsubscribe?token=bob.${aMember("bob").unsubscribeToken}`;
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  for (const body of [form, new URLSearchParams({ "List-Unsubscribe": "One-Click" }), null]) {
    await web.all.setMail("bob", "on");
    expect((await web.app.request(path, { method: "POST", body })).status).toBe(200);
    expect((await web.all.get("bob"))?.mail).toBe("off");
  }
});

test("rules that make no sentence yet are told so in words", async () => {
  const answer = await web.post("/sentence", { perDay: "9999" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(/^[A-Z].+\.$/);
});

test("the sentence is told of rules as long as a member may store", async () => {
  const links = Array.from(
    { length: 1_000 },
    (_, i) => `https://www.linkedin.com/in/person-${i}-${"x".repeat(200)}`,
  );
  const answer = await web.post("/sentence", { keepProfiles: links.join("\n"), keepsSeen: "0123456789" });
  expect([answer.status, (await answer.text()).length > 50]).toEqual([200, true]);
});

test("an empty body is an empty form: what is missing is named", async () => {
  const answer = await web.app.request("/sign-up", { method: "POST" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('<a href="#email">');
});
