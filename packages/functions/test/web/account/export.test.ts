import { expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

async function saved(path: string) {
  const { app, all, readings, signIn } = pages(await database.table());
  await all.add(aMember("ada"));
  const change = (rank: number) => (rank === 1 ? { name: "=1+1" } : {});
  await readings.put("ada", aReading(3, { change }));
  return app.request(path, { headers: await signIn("ada") });
}

test("the spreadsheet is a file with a name and a mark, kept by no cache, in which nothing is computed", async () => {
  const answer = await saved("/export.csv");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="lapse-2026-11-23.csv"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`"'=1+1"`);
  expect(text.trimEnd().split("\r\n")).toHaveLength(4);
});

test("the JSON is a file, too, with a version of its shape and nothing of the session or of what signs links", async () => {
  const answer = await saved("/export.json");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="lapse-2026-11-23.json"');
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ schema: "lapse-export/1", member: { email: "ada@example.org" } });
  expect(text).not.toMatch(/token-of-ada|secret-of-ada/);
});
