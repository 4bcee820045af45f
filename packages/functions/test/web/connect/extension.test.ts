import { describe, expect, test } from "vitest";
import { codeMinutes } from "../../../src/store/extensionCodes.ts";
import { extensionPath } from "../../../src/web/connect/extension.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

const origin = `chrome-extension://${"abcdefghijklmnop".repeat(2)}`;
const firefox = "moz-extension://01234567-89ab-cdef-0123-456789abcdef";
const secret = "AQEDAR-secret-of-ada";
const cookies = [
  { name: "li_at", value: secret },
  { name: "JSESSIONID", value: '"ajax:1234567890123456789"' },
];

async function ada() {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const code = await web.ports.extensionCodes.open("ada");
  const send = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await web.app.request(extensionPath, {
      method: "POST",
      headers: { origin, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, text, headers: answer.headers };
  };
  return { ...web, code, send, whole: { code, cookies, userAgent: "Example/1.0" } };
}

test("a session with a code is sealed to be tried for the member whose code it is", async () => {
  const { send, whole, sent, sessions } = await ada();
  const answer = await send(whole);
  expect(JSON.parse(answer.text)).toEqual({ ok: true, next: "https://lapse.example.org/connect/trying" });
  expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  expect(sent).toMatchObject([{ kind: "try", memberId: "ada" }]);
  const version = sent[0]?.kind === "try" ? sent[0].version : "";
  expect((await sessions.candidate("ada", version))?.session).toEqual({ cookies, userAgent: "Example/1.0" });
});

test("a code works once, and of many at the same time for one", async () => {
  const { send, whole, sent } = await ada();
  const answers = await Promise.all([send(whole), send(whole), send(whole)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  expect((await send(whole)).text).toContain("That code does not work");
  expect(sent).toHaveLength(1);
});

test("an expired, foreign, cut or invented code, and that of somebody who left, get one answer", async () => {
  const { send, whole, sent, all, ports, clock } = await ada();
  await all.add(aMember("bob"));
  await ports.extensionCodes.open("bob");
  const answers = new Set<string>();
  const refused = async (code: string) => {
    const { status, text } = await send({ ...whole, code });
    expect(status).toBe(403);
    answers.add(text);
  };
  for (const code of [`bob.${whole.code.slice(4)}`, whole.code.slice(0, -1), "nobody.secret", "x", "ada."])
    await refused(code);
  clock.now += codeMinutes * 60_000;
  await refused(whole.code);
  const fresh = await ports.extensionCodes.open("ada");
  await all.leave("ada");
  await refused(fresh);
  expect(answers.size).toBe(1);
  expect(sent).toEqual([]);
});

describe("Only an extension is answered", () => {
  test.each([origin, firefox])("%s, with its own origin and without our cookies", async (from) => {
    const { app } = await ada();
    const answer = await app.request(extensionPath, { method: "OPTIONS", headers: { origin: from } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe(from);
    expect(answer.headers.get("access-control-allow-headers")).toBe("content-type");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("vary")).toContain("Origin");
  });

  test.each([
    ...["https://evil.example", "https://lapse.example.org", "null", "", `${origin}.evil.example`],
    ...["chrome-extension://short", `https://x/?${origin}`, `${firefox}/x`],
  ])("not %j", async (from) => {
    const { app, send, whole, sent } = await ada();
    const asked = await app.request(extensionPath, { method: "OPTIONS", headers: { origin: from } });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    const answer = await send(whole, { origin: from });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    expect(sent).toEqual([]);
  });
});

describe("What is not exactly what the extension sends", () => {
  test.each<[string, (whole: object) => unknown]>([
    ["no JSON", () => `{"cookies":"${secret}`],
    ["no object", () => [secret]],
    ["a field too many", (whole) => ({ ...whole, more: secret })],
    ["a foreign cookie", (whole) => ({ ...whole, cookies: [...cookies, { name: "sid", value: secret }] })],
    ["a cookie twice", (whole) => ({ ...whole, cookies: [...cookies, ...cookies] })],
    [
      "a value with a semicolon",
      (whole) => ({ ...whole, cookies: [{ name: "li_at", value: `${secret};x` }] }),
    ],
    ["a deleted value", (whole) => ({ ...whole, cookies: [{ name: "li_at", value: "delete me" }] })],
    [
      "a value that is too long",
      (whole) => ({ ...whole, cookies: [{ name: "li_at", value: secret.repeat(300) }] }),
    ],
    ["a line break in the browser's name", (whole) => ({ ...whole, userAgent: `x\r\ny: ${secret}` })],
  ])("is refused whole, and quoted nowhere: %s", async (_, altered) => {
    const { send, whole, sent, lines } = await ada();
    const answer = await send(altered(whole));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({ error: expect.stringContaining("Nothing was kept") });
    expect(answer.text + JSON.stringify(lines)).not.toContain("secret-of-ada");
    expect(sent).toEqual([]);
    // The code was not used up.
    expect((await send(whole)).status).toBe(200);
  });

  test("is refused: another type, and more than 64 KB", async () => {
    const { send, whole } = await ada();
    expect((await send(whole, { "content-type": "text/plain" })).status).toBe(415);
    const long = await send({ ...whole, code: "x".repeat(70_000) });
    expect([long.status, JSON.parse(long.text)]).toEqual([
      413,
      { error: "That is longer than Lapse reads." },
    ]);
  });
});

test("without li_at the sentence says so, and the code still works", async () => {
  const { send, whole } = await ada();
  const answer = await send({ ...whole, cookies: cookies.slice(1) });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining("sign in to LinkedIn")]);
  expect((await send(whole)).status).toBe(200);
});

test("while another session is being tried, nothing is taken", async () => {
  const { send, whole, errands, clock } = await ada();
  await errands.begin("ada", { kind: "try", about: "", runId: "r", askedAt: clock.now });
  const answer = await send(whole);
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining("being tried already")]);
});

test("a fault of ours is a sentence for the extension, and a line in the log that holds nothing", async () => {
  const { send, whole, ports, lines } = await ada();
  ports.queue.send = () => Promise.reject(new Error("the queue is away"));
  const answer = await send(whole);
  expect([answer.status, answer.text]).toEqual([500, expect.stringContaining("the fault is ours")]);
  expect(answer.text).not.toContain("queue");
  expect(JSON.stringify(lines)).toContain("the queue is away");
  expect(JSON.stringify(lines)).not.toContain("secret-of-ada");
});

test("a question from anybody but the extension is refused with a sentence", async () => {
  const { app } = await ada();
  const asked = (from: string) =>
    app.request(extensionPath, { method: "OPTIONS", headers: { origin: from } });
  const answer = await asked("https://evil.example");
  expect([answer.status, await answer.json()]).toEqual([403, { error: "Only Lapse Connect may send here." }]);
  expect((await asked(origin)).status).toBe(204);
});
