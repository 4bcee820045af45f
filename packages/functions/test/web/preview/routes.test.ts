import { defaultPolicy } from "@lapse/core/policy/defaults";
import { expect, test } from "vitest";
import { monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";
import { previewStage } from "./stage.ts";

const { table, somebody } = previewStage();

test("a preview, its number of days and the start are for the signed-in member alone", async () => {
  const { app, post } = pages(table());
  for (const answer of [
    await app.request("/preview"),
    await post("/preview/days", {}),
    await post("/start", {}),
  ])
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
});

test("the list is shown with numbers, a histogram, days for whom is due, and reasons for whom is kept", async () => {
  const reading = aReading(60, {
    change: (rank) => ({ hasNote: rank === 50, ...(rank === 51 ? { age: null } : {}) }),
  });
  const keep = { ...defaultPolicy.keep, withNote: true };
  const { get } = await somebody(reading, { policy: { ...defaultPolicy, keep } });
  const page = await get();
  expect(page).toContain("60 invitations are pending. 28 of them are older than 30 days");
  expect(page).toContain("As of Monday 23 November, 09:30.");
  expect(page).toContain('<svg viewBox="0 0 400 ');
  // The notice of a week ends on Monday at 09:30, so Tuesday is the first whole day after it.
  expect(page).toMatch(
    /<h3>Tuesday 1 December<\/h3>\s*<ul class="people"><li>[^\n]*Person 59.*?59 days old/s,
  );
  expect(page).toContain("And 8 more until 3 December.");
  expect(page).toMatch(/1 invitation: <bdi>sent with a note, which you keep<\/bdi>/);
  expect(page).toMatch(/Not understood.*its age is unknown/s);
  expect(page).toContain("Start the clean-up");
  expect(page).toContain("Nothing is withdrawn before\n<strong>Tuesday 1 December</strong>");
});

test("whoever is kept from the list is no longer due, and the page comes back as it was", async () => {
  const { get, send, member } = await somebody();
  const page = await get();
  const key = /name="key" value="([^"]*)"/.exec(page)?.[1] ?? "";
  const kept = await send("/preview/keep", { key, olderThanDays: "21" });
  expect([kept.status, kept.headers.get("location")]).toEqual([303, "/preview?olderThanDays=21"]);
  expect((await member())?.policy.keep.profiles).toEqual(["https://www.linkedin.com/in/person-59"]);
  expect(await get()).toMatch(/29 of them are older.*1 invitation: <bdi>on your keep list/s);
  for (const odd of ["", "id:1", "profile:/in/somebody-else"])
    expect((await send("/preview/keep", { key: odd })).status).toBe(404);
});

test("another number of days is shown without changing anything, and used when the member says so", async () => {
  const { get, send, member } = await somebody();
  const page = await get("/preview?olderThanDays=21");
  expect(page).toContain("39 of them are older than 21 days");
  expect(page).toContain("Your rules say 30 days. Nothing has changed yet.");
  expect(page).toContain('action="/preview/days"><input type="hidden" name="olderThanDays" value="21"');
  // What the rules do not say cannot be confirmed.
  expect(page).not.toContain('name="shown"');
  expect((await member())?.policy.olderThanDays).toBe(30);
  const used = await send("/preview/days", { olderThanDays: "21" });
  expect([used.status, used.headers.get("location")]).toEqual([303, "/preview"]);
  expect((await member())?.policy).toEqual({ ...defaultPolicy, olderThanDays: 21 });
  expect(await get()).toContain('name="shown"');
});

test("what is no number of days is refused with a sentence, and nothing is changed", async () => {
  const { app, headers, send, member } = await somebody();
  for (const typed of ["", "0", "366", "soon", "1e2", "<b>21</b>"]) {
    for (const answer of [
      await app.request(`/preview?olderThanDays=${encodeURIComponent(typed)}`, { headers }),
      await send("/preview/days", { olderThanDays: typed }),
    ]) {
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain("This must be a whole number from 1 to 365.");
      expect(page).not.toContain("<b>21");
    }
  }
  expect((await member())?.policy).toEqual(defaultPolicy);
});

test("a name cannot be anything but text on the page", async () => {
  const name = `</bdi><script>alert(1)</script>"'\u202eevil\u0000`;
  const odd = { name, profile: '/in/x"onclick="alert(1)', headline: "<img src=x>", trouble: "<i>odd</i>" };
  const { get } = await somebody(
    aReading(60, {
      change: (rank) => (rank > 40 ? { ...odd, trouble: rank > 50 ? odd.trouble : null } : {}),
    }),
  );
  const page = await get();
  expect(page).toContain("&lt;script&gt;alert(1)");
  expect(page).not.toMatch(/<script>|<img|<i>|"onclick|\p{Bidi_Control}/u);
  expect(page).not.toContain("\u0000");
});

test.each([
  ["sealed", "has not read your list yet", 'action="/look"'],
  ["none", "LinkedIn is not connected", 'href="/connect"'],
  ["out-of-use", "has to be connected again", 'href="/connect"'],
] as const)("without a list, a member whose session is %s reads what to do", async (session, words, way) => {
  const { id, all, get, send } = await somebody(null);
  if (session === "none") await all.disconnect(id);
  if (session === "out-of-use") await all.sessionRetired(id, "v1");
  for (const path of ["/preview", "/preview?olderThanDays=21"]) {
    const page = await get(path);
    expect(page).toContain(words);
    expect(page).toContain(way);
  }
  expect((await send("/start", { shown: "" })).status).toBe(409);
  expect((await send("/preview/days", { olderThanDays: "21" })).status).toBe(303);
  expect((await send("/preview/days", { olderThanDays: "soon" })).status).toBe(400);
});

test("while a worker reads the list, the page says so and asks for no second look", async () => {
  for (const reading of [null, aReading(3)]) {
    const { id, errands, clock, get } = await somebody(reading);
    await errands.begin(id, { kind: "look", about: "", runId: "r1", askedAt: monday });
    const page = await get();
    expect(page).toContain("Lapse is reading your list now.");
    expect(page).not.toContain('action="/look"');
    // Whoever read it died, or nobody came.
    clock.now = monday + 20 * 60_000;
    expect(await get()).toContain('action="/look"');
  }
});

test("an empty list, and one of which nobody is due, say so", async () => {
  const empty = await (await somebody(aReading(0))).get();
  expect(empty).toContain("No invitations are pending.");
  expect(empty).toContain("Nobody is pending.");
  const young = await (await somebody(aReading(5))).get();
  expect(young).toContain("Nobody is due today.");
});
