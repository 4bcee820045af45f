import { describe, expect, test } from "vitest";
import { beforePut } from "../support/before.ts";
import { testDatabase } from "../support/database.ts";
import { itemsIn, keyOf } from "../support/items.ts";
import { aMember, connected, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { goodForm, pages } from "../support/web.ts";
import { shownIn } from "./preview/stage.ts";

const database = testDatabase();

type Web = ReturnType<typeof pages>;
type Headers = Awaited<ReturnType<Web["signIn"]>>;

/** Ada in one browser where something is written, and in another where she acts right before that. */
async function ada(sk: string, acts: (other: Web, headers: Headers) => unknown) {
  const table = await database.table();
  const other = pages(table);
  await other.all.add(aMember("ada"));
  await other.all.sessionSealed("ada", "v1", connected(monday));
  const headers = await other.signIn("ada");
  const web = pages(beforePut(table, sk, async () => acts(other, headers)));
  return { ...web, table, headers };
}

const paste = { paste: "li_at=AQEDATsecretvalue0123456789abcdef", incomplete: "on" };

describe("a paste in the same moment", () => {
  test.each(["errand#try", "candidate"])(
    "as the account is deleted leaves nothing, before %s",
    async (sk) => {
      const { table, post, sent, headers } = await ada(sk, (other, signedIn) =>
        other.post("/account/delete", { sure: "yes" }, signedIn),
      );
      expect((await post("/connect/paste", paste, headers)).status).toBe(303);
      expect(await itemsIn(table)).toEqual([]);
      expect(sent).toEqual([]);
    },
  );

  test("as a disconnect is not kept, and the member is told so", async () => {
    const { app, table, post, sent, headers } = await ada("candidate", (other, signedIn) =>
      other.post("/disconnect", {}, signedIn),
    );
    expect((await post("/connect/paste", paste, headers)).status).toBe(303);
    expect((await itemsIn(table)).map(keyOf)).not.toContain("member#ada candidate");
    expect(sent).toEqual([]);
    const page = await (await app.request("/connect/trying", { headers })).text();
    expect(page).toContain("You disconnected in the same moment, so nothing of it was kept.");
  });
});

describe("what is written in the same moment as the account is deleted leaves nothing", () => {
  const leaving = async (other: Web, headers: Headers) =>
    void (await other.post("/account/delete", { sure: "yes" }, headers));

  test("the start", async () => {
    const { app, table, post, readings, all, headers } = await ada("event#", leaving);
    await readings.put("ada", aReading(60));
    const shown = shownIn(await (await app.request("/preview", { headers })).text());
    expect((await post("/start", { shown }, headers)).status).toBe(303);
    expect(await all.get("ada")).toBeNull();
    expect(await itemsIn(table)).toEqual([]);
  });

  const key = `id:${aReading(60).sent.invitations[50]?.id}`;
  test.each([
    ["a look, before it is written down", "/look", {}, "errand#look"],
    ["a withdrawal, before it is written down", "/withdraw-now", { key }, "errand#withdraw"],
    ["a withdrawal, before it is counted", "/withdraw-now", { key }, "limit#withdraw-now"],
    ["a code for the extension", "/connect/code", {}, "extension#"],
  ])("%s", async (_, path, fields, sk) => {
    const { table, post, readings, sent, headers } = await ada(sk, leaving);
    await readings.put("ada", aReading(60));
    expect((await post(path, fields, headers)).status).toBe(303);
    expect(await itemsIn(table)).toEqual([]);
    expect(sent).toEqual([]);
  });

  test.each(["signin#", "member"])("a code that is typed, before %s", async (sk) => {
    const { table, post, waitingIn, mails, all } = await ada(sk, leaving);
    const path = sk === "member" ? "/sign-up" : "/sign-in";
    const waiting = waitingIn(
      await post(path, { ...(sk === "member" ? goodForm : {}), email: "ada@example.org" }),
    );
    const code = mails.at(-1)?.subject.slice(0, 6) ?? "";
    expect((await post("/code", { code }, waiting)).status).toBe(422);
    const keys = (await itemsIn(table)).map(keyOf);
    expect(keys.filter((key) => !/^source|limit/.test(key))).toEqual([]);
    expect(await all.findByEmail("ada@example.org")).toBeNull();
  });
});
