import { expect, test } from "vitest";
import type { WebPorts } from "../../../src/web/app.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { adaIn, linked } from "./stage.ts";

const database = testDatabase();

test("where nobody can be sent, the member is told so at once, and nothing is said to be under way", async () => {
  const away: WebPorts["queue"] = { send: () => Promise.reject(new Error("the queue is away")) };
  const { post, get, keyOf, errands, lines } = await adaIn(await database.table(), {
    ports: { queue: away },
  });
  for (const [path, fields, sentence] of [
    ["/withdraw-now", { key: keyOf(50) }, "Nobody could be sent to withdraw it, which is our fault."],
    ["/look", {}, "Nobody could be sent to look at your list, which is our fault."],
  ] as const) {
    const answer = await post(path, fields);
    expect(answer.status).toBe(503);
    expect(answer.page).toContain(sentence);
    expect((await get("/dashboard")).page.includes(sentence)).toBe(true);
  }
  expect((await get("/dashboard?state=coming")).page.includes("Being withdrawn now")).toBe(false);
  expect((await get("/dashboard")).page.includes("Lapse is at work on LinkedIn")).toBe(false);
  expect((await errands.list("ada")).map(({ state }) => state.kind)).toEqual(["ended", "ended"]);
  expect(JSON.stringify(lines)).toContain("the queue is away");
  // It may be asked for again at once.
  expect((await post("/look", {})).status).toBe(503);
});

test("of forty withdrawals that are asked for in the same instant, five are carried out", async () => {
  const { post, keyOf, sent, errands } = await adaIn(await database.table());
  const ranks = Array.from({ length: 40 }, (_, i) => 20 + i);
  const answers = await Promise.all(ranks.map((rank) => post("/withdraw-now", { key: keyOf(rank) })));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(35);
  expect([sent.length, (await errands.list("ada")).length]).toEqual([5, 5]);
});

test("whoever asks for a look from the preview is led back there", async () => {
  const { post, get, readings, all, signIn, app } = await adaIn(await database.table());
  expect((await get("/preview")).page.includes('name="from" value="preview"')).toBe(true);
  const answer = await post("/look", { from: "preview" });
  expect([answer.status, answer.location]).toEqual([303, "/preview"]);
  expect((await post("/look", { from: "https://evil.example/" })).status).toBe(422);
  await all.add(aMember("bob", linked));
  const page = await (await app.request("/preview", { headers: await signIn("bob") })).text();
  expect([await readings.get("bob"), page.includes('name="from" value="preview"')]).toEqual([null, true]);
});
