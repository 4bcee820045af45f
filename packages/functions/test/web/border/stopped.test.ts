import { describe, expect, test } from "vitest";
import { stoppedSentence } from "../../../src/web/border/stopped.ts";
import { extensionPath } from "../../../src/web/connect/extension.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();
const reason = "ticket 4711, they ask everybody for a check";

/** Ada, connected and started, signed in, with a list of 60; everything is stopped. */
async function stage() {
  const web = pages(await database.table());
  await web.all.add(aMember("ada", { session: "sealed", connectedAt: monday - 9 * 86_400_000 }));
  await web.readings.put("ada", aReading(60));
  const headers = await web.signIn("ada");
  const key = `id:${aReading(60).sent.invitations[50]?.id}`;
  await web.theSwitch.set(reason);
  return { ...web, headers, key };
}

describe("While everything is stopped", () => {
  test("whatever a worker would have to do is refused at once, and the operator's reason is nobody's to read", async () => {
    const { app, post, headers, key, sent, errands, theSwitch } = await stage();
    const asked = [
      () => post("/look", {}, headers),
      () => post("/withdraw-now", { key }, headers),
      () => post("/connect/paste", { paste: "li_at=AQEDAR-secret", incomplete: "on" }, headers),
      () => app.request(`/withdraw-now?key=${encodeURIComponent(key)}`, { headers }),
    ];
    for (const ask of asked) {
      const answer = await ask();
      const page = await answer.text();
      expect([answer.status, page.includes(stoppedSentence)]).toEqual([503, true]);
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
    const { app, post, headers, all } = await stage();
    expect((await app.request("/dashboard", { headers })).status).toBe(200);
    expect((await post("/pause", {}, headers)).status).toBe(303);
    expect((await all.get("ada"))?.policy.paused).toBe(true);
  });
});
