import { describe, expect, test } from "vitest";
import { stoppedSentence } from "../../../src/web/border/stopped.ts";
import { extensionPath } from "../../../src/web/connect/extension.ts";
import { testDatabase } from "../../support/database.ts";
import { adaIn } from "../dashboard/stage.ts";

const database = testDatabase();
const reason = "ticket 4711, they ask everybody for a check";

/** Ada, connected and started; everything is stopped. */
async function stage() {
  const web = await adaIn(await database.table());
  await web.theSwitch.set(reason);
  return { ...web, key: web.keyOf(50) };
}

describe("While everything is stopped", () => {
  test("whatever a worker would have to do is refused at once, and the operator's reason is nobody's to read", async () => {
    const { get, post, key, sent, errands, theSwitch } = await stage();
    const asked = [
      () => post("/look"),
      () => post("/withdraw-now", { key }),
      () => post("/connect/paste", { paste: "li_at=AQEDAR-secret", incomplete: "on" }),
      () => get(`/withdraw-now?key=${encodeURIComponent(key)}`),
    ];
    for (const ask of asked) {
      const { status, page } = await ask();
      expect([status, page.includes(stoppedSentence)]).toEqual([503, true]);
      expect(page).not.toContain("4711");
    }
    expect([sent, await errands.list("ada")]).toEqual([[], []]);

    await theSwitch.clear();
    for (const ask of asked.slice(0, 3)) expect((await ask()).status).toBe(303);
    expect(sent.map(({ kind }) => kind)).toEqual(["look", "withdraw", "try"]);
  });

  test("the extension is told so before its code is used up", async () => {
    const { app, ports, theSwitch, sent } = await stage();
    const code = await ports.extensionCodes.open("ada");
    const origin = `chrome-extension://${"abcdefghijklmnop".repeat(2)}`;
    const send = () =>
      app.request(extensionPath, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({
          ...{ code, cookies: [{ name: "li_at", value: "AQEDAR-secret" }], userAgent: "Example/1.0" },
        }),
      });
    const answer = await send();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Everything is stopped by whoever runs Lapse");
    await theSwitch.clear();
    expect((await send()).status).toBe(200);
    expect(sent).toHaveLength(1);
  });

  test("what needs no worker goes on: the pages, keeping and pausing", async () => {
    const { get, post, all } = await stage();
    expect((await get("/dashboard")).status).toBe(200);
    expect((await post("/pause")).status).toBe(303);
    expect((await all.get("ada"))?.policy.paused).toBe(true);
  });
});
