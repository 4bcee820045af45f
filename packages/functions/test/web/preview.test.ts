import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import { foldLedger } from "@lapse/core/ledger/fold";
import type { Member } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import type { Reading } from "@lapse/core/reading/reading";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimDue } from "../../src/store/due.ts";
import type { Table } from "../../src/store/table.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { aMember, connected, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { pages } from "../support/web.ts";

const day = 86_400_000;
let database: Database;
let table: Table;
beforeAll(async () => {
  database = await startDatabase();
  table = await database.table();
});
afterAll(() => database.stop());

let count = 0;

/** A new member, connected and not started, with a list that was read. */
async function somebody(reading: Reading | null = aReading(60), changes: Partial<Member> = {}) {
  const id = `preview-${++count}`;
  const web = pages(table);
  await web.all.add(aMember(id, { startedAt: null, ...changes }));
  await web.all.sessionSealed(id, "v1", connected(monday));
  if (reading !== null) await web.readings.put(id, reading);
  const headers = await web.signIn(id);
  const ledger = web.ports.ledgerOf(id);
  const get = async (path = "/preview") => (await web.app.request(path, { headers })).text();
  return {
    ...{ ...web, id, headers, get },
    send: (path: string, fields: Readonly<Record<string, string>> = {}) => web.post(path, fields, headers),
    /** Confirms what a page shows that is opened now. */
    start: async () => web.post("/start", { shown: shownIn(await get()) }, headers),
    member: () => web.all.get(id),
    events: () => ledger.read(),
    happened: (fact: LedgerFact) =>
      ledger.append({ ...fact, at: web.clock.now, run: "earlier", account: null }),
  };
}

const shownIn = (page: string) => /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? "none";
const announcedIn = (events: readonly LedgerEvent[]) =>
  events.flatMap((event) => (event.kind === "announced" ? event.upcoming : []));

async function due(id: string): Promise<boolean> {
  for await (const each of claimDue(table, monday + 30 * day, 1))
    if (each.ok && each.member.id === id) return true;
  return false;
}

test("a preview, its number of days and the start are for the signed-in member alone", async () => {
  const { app, post } = pages(table);
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

test("nothing is due before the start, and everything is announced, confirmed and due after it", async () => {
  const { id, start, events, member } = await somebody();
  expect(await due(id)).toBe(false);
  const answer = await start();
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/dashboard"]);
  const written = await events();
  expect(written.map(({ kind }) => kind)).toEqual(["announced", "confirmed"]);
  expect(written[1]).toMatchObject({ kind: "confirmed", due: 30, account: "/in/ada-example", at: monday });
  expect(announcedIn(written)).toHaveLength(30);
  for (const { on } of announcedIn(written)) expect(Date.parse(on)).toBeGreaterThanOrEqual(monday + 7 * day);
  expect(await member()).toMatchObject({ startedAt: monday });
  expect((await member())?.nextSweepAt).toBeGreaterThan(monday);
  expect(await due(id)).toBe(true);
});

test("the days that are announced are the days that were shown", async () => {
  const { get, start, events } = await somebody(aReading(45));
  const page = await get();
  await start();
  const announced = announcedIn(await events());
  expect(announced).toHaveLength(15);
  for (const { on, profile } of announced) {
    const long = new Date(on).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
    const above = page.slice(0, page.indexOf(`${profile}"`));
    expect(above.slice(above.lastIndexOf("<h3>"))).toContain(`<h3>${long.replace(",", "")}</h3>`);
  }
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

test("starting twice, or again after it broke off half way, announces nobody twice", async () => {
  const broken = await somebody();
  const { start: rest, ...all } = broken.all;
  Object.assign(broken.all, { start: () => Promise.reject(new Error("the process died")) });
  expect((await broken.start()).status).toBe(500);
  expect(await broken.member()).toMatchObject({ startedAt: null });
  expect(await due(broken.id)).toBe(false);
  Object.assign(broken.all, all, { start: rest });
  const page = await broken.get();
  broken.clock.now += 1_000;
  expect((await broken.send("/start", { shown: shownIn(page) })).status).toBe(303);
  broken.clock.now += 1_000;
  expect((await broken.send("/start", { shown: shownIn(page) })).status).toBe(303);
  expect(announcedIn(await broken.events())).toHaveLength(30);
  expect(await broken.member()).toMatchObject({ startedAt: monday + 1_000 });
});

test("nobody confirms what they did not see: another list, other rules, or a page that grew old", async () => {
  const { id, all, readings, get, send, events, member, clock } = await somebody();
  const shown = shownIn(await get());
  const refused = async (fields: Readonly<Record<string, string>>) => {
    const answer = await send("/start", fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Nothing was started");
    expect(await events()).toEqual([]);
    expect((await member())?.startedAt).toBeNull();
  };
  await refused({});
  await refused({ shown: "invented" });
  clock.now += 2 * day;
  await refused({ shown });
  clock.now = monday;
  await all.changePolicy(id, (policy) => ({ ...policy, perDay: 11 }));
  await refused({ shown });
  await all.changePolicy(id, () => defaultPolicy);
  await readings.put(id, aReading(60, { at: monday + 1 }));
  await refused({ shown });
});

test("what is not connected is not started", async () => {
  const { id, all, get, send, events } = await somebody();
  const shown = shownIn(await get());
  await all.disconnect(id);
  expect(await get()).not.toContain("Start the clean-up</button>");
  const answer = await send("/start", { shown });
  expect([answer.status, await answer.text()]).toEqual([
    409,
    expect.stringContaining("connect LinkedIn first"),
  ]);
  expect(await events()).toEqual([]);
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

test("a member whose sweeps wait confirms the list as it now is, and keeps the day of their start", async () => {
  const { start, get, member, happened, events } = await somebody(aReading(160), {
    startedAt: monday - 90 * day,
  });
  await happened({ kind: "confirmed", due: 3 });
  expect(await get()).toMatch(/Lapse waits for your word.*Go on with these/s);
  await start();
  expect(foldLedger(await events()).confirmedDue).toBe(130);
  expect(await member()).toMatchObject({ startedAt: monday - 90 * day });
  const page = await get();
  expect(page).not.toContain("Go on with these");
  expect(page).not.toContain("Start the clean-up");
});

test("after a change of rules, whoever is newly due can be announced at once", async () => {
  const { start, get, send, events } = await somebody();
  await start();
  expect(await get()).not.toContain("Go on with these");
  await send("/preview/days", { olderThanDays: "21" });
  expect(await get()).toContain("9 of those due have not been announced");
  await start();
  expect(announcedIn(await events())).toHaveLength(39);
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
    const { id, errands, get } = await somebody(reading);
    await errands.begin(id, { kind: "look", about: "", runId: "r1", askedAt: monday });
    const page = await get();
    expect(page).toContain("Lapse is reading your list now.");
    expect(page).not.toContain('action="/look"');
  }
});

test("an empty list, and one of which nobody is due, say so", async () => {
  const empty = await (await somebody(aReading(0))).get();
  expect(empty).toContain("No invitations are pending.");
  expect(empty).toContain("Nobody is pending.");
  const young = await (await somebody(aReading(5))).get();
  expect(young).toContain("Nobody is due today.");
});

test("thousands are announced at once, and the page stays small", async () => {
  const { get, start, events } = await somebody(aReading(5_000, { daysApart: 0.1 }));
  const page = await get();
  expect(page.length).toBeLessThan(40_000);
  expect((await start()).status).toBe(303);
  expect(announcedIn(await events())).toHaveLength(4_704);
}, 20_000);
