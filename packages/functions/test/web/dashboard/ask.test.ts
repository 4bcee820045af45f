import { expect, test } from "vitest";
import type { WebPorts } from "../../../src/web/app.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const linked = { session: "sealed", connectedAt: monday - 9 * 86_400_000 } as const;

const database = testDatabase();

/** Ada, connected and started, signed in, with a list of 60. */
async function stage(changes: Partial<WebPorts> = {}) {
  const web = pages(await database.table(), changes);
  await web.all.add(aMember("ada", linked));
  await web.readings.put("ada", aReading(60));
  const headers = await web.signIn("ada");
  const keys = aReading(60).sent.invitations.map(({ id }) => `id:${id}`);
  const post = (path: string, fields: Readonly<Record<string, string>>) => web.post(path, fields, headers);
  const get = async (path: string) => (await web.app.request(path, { headers })).text();
  return { ...web, post, get, keys };
}

test("where nobody can be sent, the member is told so at once, and nothing is said to be under way", async () => {
  const away: WebPorts["queue"] = { send: () => Promise.reject(new Error("the queue is away")) };
  const { post, get, keys, errands, lines } = await stage({ queue: away });
  for (const [path, fields, sentence] of [
    ["/withdraw-now", { key: keys[50] ?? "" }, "Nobody could be sent to withdraw it, which is our fault."],
    ["/look", {}, "Nobody could be sent to look at your list, which is our fault."],
  ] as const) {
    const answer = await post(path, fields);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(sentence);
    expect((await get("/dashboard")).includes(sentence)).toBe(true);
  }
  expect((await get("/dashboard?state=coming")).includes("Being withdrawn now")).toBe(false);
  expect((await get("/dashboard")).includes("Lapse is at work on LinkedIn")).toBe(false);
  expect((await errands.list("ada")).map(({ state }) => state.kind)).toEqual(["ended", "ended"]);
  expect(JSON.stringify(lines)).toContain("the queue is away");
  // It may be asked for again at once.
  expect((await post("/look", {})).status).toBe(503);
});

test("of forty withdrawals that are asked for in the same instant, five are carried out", async () => {
  const { post, keys, sent, errands } = await stage();
  const answers = await Promise.all(keys.slice(20).map((key) => post("/withdraw-now", { key })));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(35);
  expect([sent.length, (await errands.list("ada")).length]).toEqual([5, 5]);
});

test("whoever asks for a look from the preview is led back there", async () => {
  const { post, get, readings, all, signIn, app } = await stage();
  expect((await get("/preview")).includes('name="from" value="preview"')).toBe(true);
  const answer = await post("/look", { from: "preview" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/preview"]);
  expect((await post("/look", { from: "https://evil.example/" })).status).toBe(422);
  await all.add(aMember("bob", linked));
  const page = await (await app.request("/preview", { headers: await signIn("bob") })).text();
  expect([await readings.get("bob"), page.includes('name="from" value="preview"')]).toEqual([null, true]);
});
