import { expect, test } from "vitest";
import type { AssetPath } from "../../src/web/assets.ts";
import { makeWebHandler } from "../../src/web/handler.ts";
import { unsubscribeUrl } from "../../src/web/unsubscribe/link.ts";
import { testDatabase } from "../support/database.ts";
import { aMember } from "../support/member.ts";
import { goodForm, pages } from "../support/web.ts";

const database = testDatabase();

test("no page loads, frames or sends anything elsewhere, runs inline script, or is kept by a cache", async () => {
  const { app } = pages(await database.table());
  for (const path of ["/", "/sign-in", "/code", "/unsubscribe?token=x", "/manage", "/nowhere"]) {
    const answer = await app.request(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).not.toMatch(/<script(?![^>]* src="\/)|\son\w+=|\sstyle=|<style/);
    expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  }
});

test("styles and script come from our own origin, and are not sent twice", async () => {
  const { app } = pages(await database.table());
  for (const path of ["/pico.css", "/lapse.css", "/lapse.js"] satisfies AssetPath[]) {
    const answer = await app.request(path);
    expect(answer.headers.get("content-type")).toMatch(path.endsWith("js") ? /javascript/ : /css/);
    expect((await answer.text()).length).toBeGreaterThan(500);
    const etag = answer.headers.get("etag") ?? "";
    const again = await app.request(path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
});

test.each([
  ["/sign-up", 70_000],
  ["/unsubscribe", 70_000],
  ["/sentence", 530_000],
] as const)("%s reads no form that is too long, announced or not: %i bytes", async (path, length) => {
  const { app, post } = pages(await database.table());
  const body = `keepWords=${"x".repeat(length)}`;
  expect((await post(path, new URLSearchParams(body))).status).toBe(413);
  const stream = new Blob([body]).stream();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body: stream, duplex: "half" };
  expect((await app.request(path, init)).status).toBe(413);
});

test("a fault of ours is a page and a log line, and shows nothing of itself", async () => {
  const { lines, app, all } = pages(await database.table());
  all.findByEmail = () => Promise.reject(new Error("table lapse-test is on fire"));
  const body = new URLSearchParams(goodForm);
  const answer = await app.request("/sign-up", { method: "POST", body });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("fire");
  expect(lines).toMatchObject([{ level: "error", message: "a page failed" }]);
  expect(JSON.stringify(lines)).not.toContain("ada@example.org");
});

test("opening an unsubscribe link only asks; posting it, by page or by one click, ends the digests", async () => {
  const { app, all, post } = pages(await database.table());
  for (const id of ["ada", "bob"]) await all.add(aMember(id));
  const link = new URL(unsubscribeUrl("https://lapse.example.org", aMember("ada")));
  const path = link.pathname + link.search;
  const page = await (await app.request(path)).text();
  expect(page).toContain('<form method="post" action="/unsubscribe">');
  expect(await all.get("ada")).toMatchObject({ mail: "on" });
  expect((await post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await all.get("ada")).toMatchObject({ mail: "off" });
  expect((await post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  const token = new URL(unsubscribeUrl("https://x.example", aMember("bob"))).searchParams.get("token") ?? "";
  expect((await post("/unsubscribe", { token })).status).toBe(200);
  expect(await all.get("bob")).toMatchObject({ mail: "off" });
});

test("a token that is cut, foreign or invented changes nothing, and one answer fits them all", async () => {
  const { app, all, post } = pages(await database.table());
  await all.add(aMember("ada"));
  const answers = new Set<string>();
  for (const token of [
    "",
    "ada",
    "ada.",
    "ada.x",
    `ada.${aMember("bob").unsubscribeToken}`,
    "nobody.token",
    "x".repeat(600),
  ]) {
    for (const answer of [
      await app.request(`/unsubscribe?token=${token}`),
      await post("/unsubscribe", { token }),
    ]) {
      expect(answer.status).toBe(404);
      answers.add(await answer.text());
    }
  }
  expect(answers.size).toBe(1);
  expect(await all.get("ada")).toMatchObject({ mail: "on" });
});

test("the same pages answer behind a function URL", async () => {
  const { mails, ports } = pages(await database.table(), { secure: true });
  const handler = makeWebHandler(ports);
  const event = {
    ...{
      version: "2.0",
      routeKey: "$default",
      rawPath: "/sign-up",
      rawQueryString: "",
      isBase64Encoded: true,
    },
    headers: { "content-type": "application/x-www-form-urlencoded", host: "lapse.example.org" },
    body: Buffer.from(new URLSearchParams(goodForm).toString()).toString("base64"),
    requestContext: { domainName: "lapse.example.org", http: { method: "POST", path: "/sign-up" } },
  };
  const answer = await handler(event as never, {} as never);
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: "/code" } });
  expect(JSON.stringify(answer)).toContain("Secure");
  expect(mails).toMatchObject([{ to: goodForm.email }]);
});
