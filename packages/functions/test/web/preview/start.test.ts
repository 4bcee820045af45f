import type { LedgerEvent } from "@lapse/core/ledger/event";
import { foldLedger } from "@lapse/core/ledger/fold";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { expect, test } from "vitest";
import { isDue } from "../../support/due.ts";
import { monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { announcedIn, previewStage, shownIn } from "./stage.ts";

const { table, somebody } = previewStage();

const day = 86_400_000;

const due = (id: string) => isDue(table(), id, monday + 30 * day);

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

test.each(["announced", "confirmed"])(
  "a start that breaks off before it has %s starts nothing, and can be done again",
  async (kind) => {
    const { id, ports, start, member } = await somebody();
    const { ledgerOf } = ports;
    const { append, ...ledger } = ledgerOf(id);
    const breaking = async (event: LedgerEvent) => {
      if (event.kind === kind) throw new Error("the process died");
      await append(event);
    };
    Object.assign(ports, { ledgerOf: () => ({ ...ledger, append: breaking }) });
    expect((await start()).status).toBe(500);
    expect(await member()).toMatchObject({ startedAt: null });
    Object.assign(ports, { ledgerOf });
    expect((await start()).status).toBe(303);
    expect(await member()).toMatchObject({ startedAt: monday });
    expect(announcedIn(await ledger.read())).toHaveLength(30);
  },
);

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

test("without digests nobody new has a day, and the member goes on with them here or not at all", async () => {
  const { start, get, send, events } = await somebody();
  await start();
  await send("/rules/mail", { mail: "off" });
  expect(await get()).not.toContain("No day");
  await send("/preview/days", { olderThanDays: "21" });
  const page = await get();
  expect(page).toMatch(
    /9 of those due have not been announced, and you get no digests\. Nothing\s+happens to them unless/,
  );
  expect(page).not.toContain("Your next digest");
  const fresh = await somebody(aReading(32), { mail: "off", startedAt: monday - 90 * day });
  expect(await fresh.get()).toMatch(/<h3>No day: not announced, and you get no digests<\/h3>/);
  expect(await fresh.get()).toMatch(/Then the first goes on Tuesday 1 December at the earliest/);
  await start();
  expect(announcedIn(await events())).toHaveLength(39);
  for (const { on } of announcedIn(await events())) expect(Date.parse(on)).toBeGreaterThan(monday);
  expect(await get()).not.toContain("No day");
});

test("thousands are announced at once, and the page stays small", async () => {
  const { get, start, events } = await somebody(aReading(5_000, { daysApart: 0.1 }));
  const page = await get();
  expect(page.length).toBeLessThan(40_000);
  expect((await start()).status).toBe(303);
  expect(announcedIn(await events())).toHaveLength(4_704);
}, 20_000);
