import { referenceTo } from "@lapse/core/invitation/invitation";
import { stopSwitch } from "@lapse/functions/store/stopSwitch";
import { makePerformSweep } from "@lapse/functions/sweep/perform";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, startDatabase } from "../packages/functions/test/support/dynamo.ts";
import { aMember } from "../packages/functions/test/support/member.ts";
import { testSealer } from "../packages/functions/test/support/sealer.ts";
import { worker } from "../packages/functions/test/support/worker.ts";
import { from } from "./received/kit.ts";
import { day, person, type Scene, scene } from "./sweep/kit.ts";

let here: Scene;
let database: Database;
beforeAll(async () => {
  database = await startDatabase();
  here = await scene(
    [person("Cy Fresh", 3), person("Bo Sample", 45), person("Dana Mock", 60), person("Eve Stand", 90)],
    { received: [from("Otto Seller", 80), from("Ida Asker", 2)] },
  );
});
afterAll(async () => {
  await here.close();
  await database.stop();
});

const namesIn = (list: { invitations: readonly { name: string }[] } | null | undefined) =>
  list?.invitations.map(({ name }) => name);

test("a member's session is tried, withdrawn with, swept with and looked with in a real browser", async () => {
  const table = await database.table();
  const perform = makePerformSweep({
    ...{ site: here.replica.origin, clock: systemClock, random: () => 0.5, paceMs: 0 },
    signal: new AbortController().signal,
    stopSwitch: stopSwitch(table, systemClock.now),
  });
  const { all, sessions, readings, errands, ledgerOf, clock, lines, ask, run } = worker(
    table,
    await testSealer(),
    perform,
  );
  clock.now = systemClock.now();
  const withdrawn = () => here.member.withdrawn().map(({ name }) => name);
  const told = async (kind: string) => (await errands.list("ada")).find((each) => each.kind === kind)?.state;
  await all.add(aMember("ada", { startedAt: null }));
  await all.changePolicy("ada", (policy) => ({ ...policy, received: { ignoreOlderThanDays: 30 } }));

  const given = here.member.mintSession();
  const version = (await sessions.propose("ada", { cookies: given.cookies })) ?? "";
  await run(await ask({ kind: "try", memberId: "ada", runId: "r1", version }));
  expect(await told("try")).toMatchObject({ message: "You are connected as /in/ada-sender." });
  expect(await all.get("ada")).toMatchObject({ session: "sealed", account: "/in/ada-sender" });
  expect(await sessions.open("ada")).toMatchObject({ session: { member: "/in/ada-sender" } });
  const first = await readings.get("ada");
  expect(namesIn(first?.sent)).toEqual(["Cy Fresh", "Bo Sample", "Dana Mock", "Eve Stand"]);
  expect(namesIn(first?.received)).toEqual(["Ida Asker", "Otto Seller"]);
  expect(here.replica.journal.withdrawClicks()).toEqual([]);
  expect(await ledgerOf("ada").read()).toEqual([]);

  await all.start("ada", clock.now, clock.now);
  await run(await ask({ kind: "withdraw", memberId: "ada", runId: "r2", profile: "/in/dana-mock" }));
  expect(await told("withdraw")).toMatchObject({ outcome: "done" });
  expect(withdrawn()).toEqual(["Dana Mock"]);

  const eve = first?.sent.invitations.at(-1);
  if (eve === undefined) throw new Error("four were read");
  const at = clock.now - 8 * day;
  const upcoming = [{ ...referenceTo(eve), on: new Date(at + 7 * day).toISOString() }];
  await ledgerOf("ada").append({ kind: "announced", upcoming, at, run: "r0", account: null });
  await run(JSON.stringify({ kind: "sweep", memberId: "ada", runId: "r3" }));
  expect(withdrawn().sort()).toEqual(["Dana Mock", "Eve Stand"]);
  // As it was read before anything was clicked; whom we withdrew did not answer.
  expect(namesIn((await readings.get("ada"))?.sent)).toEqual(["Cy Fresh", "Bo Sample", "Eve Stand"]);

  here.member.accept(here.member.find(({ name }) => name === "Bo Sample")?.id ?? "");
  await run(await ask({ kind: "look", memberId: "ada", runId: "r4" }));
  const events = await ledgerOf("ada").read();
  expect(events.filter(({ kind }) => kind === "answered")).toMatchObject([
    { invitation: { name: "Bo Sample" }, run: "r4", account: "/in/ada-sender" },
  ]);
  expect(events.filter(({ kind }) => kind === "sweep-ended")).toHaveLength(2);

  const whole = await readings.get("ada");
  here.faults({ pill: { number: 9 } });
  await run(await ask({ kind: "look", memberId: "ada", runId: "r5" }));
  expect(await told("look")).toMatchObject({ outcome: "page-drift" });
  // A list that was not proved to be whole takes no other's place.
  expect(await readings.get("ada")).toEqual(whole);
  expect(here.replica.journal.violations("ada-sender")).toEqual([]);
  for (const { value } of given.cookies) expect(JSON.stringify(lines)).not.toContain(value);
});
