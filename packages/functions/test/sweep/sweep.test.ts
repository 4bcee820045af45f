import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Reading } from "@lapse/core/reading/reading";
import type { Sealer } from "@lapse/core/session/seal";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectSession } from "../../src/connect/connectSession.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { memberPk } from "../../src/store/table.ts";
import type { SweepJob } from "../../src/sweep/port.ts";
import { beforePut } from "../support/before.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { aMember, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { testSealer } from "../support/sealer.ts";
import { secret, session, worker } from "../support/worker.ts";

const day = 86_400_000;

let database: Database;
let sealer: Sealer;
beforeAll(async () => {
  database = await startDatabase();
  sealer = await testSealer();
});
afterAll(() => database.stop());

const stack = async (
  sweep: (job: SweepJob) => Promise<SweepOutcome>,
  onProblem?: (memberId: string) => Promise<void>,
) => worker(await database.table(), sealer, sweep, onProblem);
const message = (memberId: string, runId = "r1") => JSON.stringify({ kind: "sweep", memberId, runId });

test("a due member is swept with their own session, policy, ledger and time, and comes again tomorrow", async () => {
  const { all, jobs, connect, run } = await stack(async () => "done");
  await connect("ada");
  expect(await run(message("ada"))).toEqual({ batchItemFailures: [] });
  expect(jobs).toMatchObject([
    { memberId: "ada", runId: "r1", access: { kind: "session", session }, task: { kind: "sweep" } },
  ]);
  expect(jobs[0]?.deadline).toBeLessThan(monday + 900_000);
  const { nextSweepAt } = (await all.get("ada")) ?? { nextSweepAt: 0 };
  expect(nextSweepAt).toBeGreaterThan(monday);
  expect(nextSweepAt).toBeLessThanOrEqual(monday + day);
});

test("a message that comes twice, or for a member who is gone, not connected or not started, starts no sweep", async () => {
  const { all, sessions, jobs, connect, run } = await stack(async () => "done");
  await connect("ada");
  await all.add(aMember("bob"));
  await all.add(aMember("cy", { startedAt: null }));
  await connectSession("cy", session, { members: all, sessions, now: () => monday });
  const who = ["ada", "ada", "bob", "cy", "nobody"];
  const twice = await run(...who.map((id) => message(id)));
  expect(twice).toEqual({ batchItemFailures: [] });
  expect(jobs.map((job) => job.memberId)).toEqual(["ada"]);
});

test("a poison message, a bad record and a sweep that throws fail alone", async () => {
  const { table, jobs, connect, run } = await stack(async ({ memberId }) => {
    if (memberId === "cy") throw new Error("browser is gone");
    return "done";
  });
  for (const id of ["ada", "bob", "cy", "dee"]) await connect(id);
  const Item = { ...memberItem(aMember("bob", { session: "sealed" })), policy: null };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  const answer = await run(message("ada"), "{poison", message("bob"), message("cy"), message("dee"));
  expect(answer.batchItemFailures.map((failure) => failure.itemIdentifier)).toEqual([
    "message-1",
    "message-2",
    "message-3",
  ]);
  expect(jobs.map((job) => job.memberId)).toEqual(["ada", "cy", "dee"]);
});

test.each(["signed-out", "challenged", "wrong-account", "blocked"] as const)(
  "one sighting of %s puts the session out of use, and nothing sweeps the member again",
  async (outcome) => {
    const { all, sessions, jobs, connect, run } = await stack(async () => outcome);
    await connect("ada");
    await run(message("ada"));
    expect(await all.get("ada")).toMatchObject({ session: "out-of-use" });
    expect(await sessions.open("ada")).toMatchObject({ kind: "out-of-use" });
    await run(message("ada", "r2"));
    expect(jobs).toHaveLength(1);
  },
);

test.each([
  "done",
  "nothing-due",
  "capped",
  "belt",
  "rate-limited",
  "unreachable",
  "page-drift",
  "unverified",
] as const)("%s keeps the session and the member's place tomorrow", async (outcome) => {
  const { all, connect, run } = await stack(async () => outcome);
  await connect("ada");
  await run(message("ada"));
  const ada = await all.get("ada");
  expect(ada).toMatchObject({ session: "sealed" });
  expect(ada?.nextSweepAt).toBeGreaterThan(monday);
});

test.each(["busy", "interrupted"] as const)("%s leaves the member due", async (outcome) => {
  const { all, connect, run } = await stack(async () => outcome);
  await connect("ada");
  await run(message("ada"));
  expect(await all.get("ada")).toMatchObject({ session: "sealed", nextSweepAt: monday });
});

test("cookies that the site renews are sealed and used by the next sweep", async () => {
  const renewed = { ...session, cookies: [{ name: "li_at", value: "AQEDATrenewedvalue9876543210" }] };
  const { sessions, connect, run } = await stack(async (job) => {
    await job.onRenewed(renewed);
    return "done";
  });
  await connect("ada");
  await run(message("ada"));
  expect(await sessions.open("ada")).toEqual({ kind: "opened", session: renewed, version: "v1" });
});

test("a member who connects anew while a sweep of the old session ends badly keeps the new one", async () => {
  const again = { ...session, cookies: [{ name: "li_at", value: "AQEDATconnectedanew0001" }] };
  const { all, sessions, connect, run } = await stack(async (job) => {
    await connectSession("ada", again, { members: all, sessions, now: () => monday + 5 });
    await job.onRenewed(session);
    return "challenged";
  });
  await connect("ada");
  await run(message("ada"));
  expect(await sessions.open("ada")).toEqual({ kind: "opened", session: again, version: "v2" });
  expect(await all.get("ada")).toMatchObject({ session: "sealed", nextSweepAt: monday + 5 });
});

test("nothing of a session reaches the log, not even through the fault that ended a sweep", async () => {
  const renewedSecret = "AQEDATrenewedvalue9876543210";
  const { lines, connect, run } = await stack(async (job) => {
    await job.onRenewed({ ...session, cookies: [{ name: "li_at", value: renewedSecret }] });
    job.log.info("what the browser said", {
      cookie: `li_at=${encodeURIComponent(secret)}`,
      list: [renewedSecret],
    });
    throw new Error(`navigation with li_at=${secret} failed`, {
      cause: new Error(Buffer.from(renewedSecret).toString("base64")),
    });
  });
  await connect("ada");
  expect((await run(message("ada"))).batchItemFailures).toHaveLength(1);
  const written = JSON.stringify(lines);
  expect(written).toContain("navigation with");
  for (const each of [secret, renewedSecret]) {
    expect(written).not.toContain(each);
    expect(written).not.toContain(Buffer.from(each).toString("base64"));
  }
});

test("what a sweep read is kept, with who answered since the last time", async () => {
  let reading = aReading(3);
  const { readings, ledgerOf, clock, connect, run } = await stack(async (job) => {
    await job.onReading(reading);
    return "done";
  });
  await connect("ada");
  await run(message("ada"));
  expect(await readings.get("ada")).toEqual(reading);

  clock.now = monday + day;
  // The same people a day later, but for the second.
  const [one, , three] = reading.sent.invitations;
  if (one === undefined || three === undefined) throw new Error("a reading of three has three");
  reading = { ...reading, at: monday + day, sent: { pending: 2, invitations: [one, three] } };
  await run(message("ada", "r2"));
  expect(await readings.get("ada")).toEqual(reading);
  expect(await ledgerOf("ada").read()).toMatchObject([
    { kind: "answered", invitation: { profile: "/in/person-1" }, run: "r2", account: "/in/ada-example" },
  ]);
});

test("while the received list is still to be read, the last one stands, less those who were ignored since", async () => {
  const [otto, ida] = aReading(2, { change: () => ({ direction: "received" }) }).sent.invitations;
  if (otto === undefined || ida === undefined) throw new Error("a reading of two has two");
  const whole = { ...aReading(2), received: { pending: 2, invitations: [otto, ida] } };
  let reading: Reading = whole;
  const { all, readings, ledgerOf, clock, connect, run } = await stack(async (job) => {
    await job.onReading(reading);
    return "challenged";
  });
  await connect("ada");
  await all.changePolicy("ada", (policy) => ({ ...policy, received: { ignoreOlderThanDays: 30 } }));
  await readings.put("ada", whole);
  const { id, profile, name, sentAt } = otto;
  const invitation = { id, profile, name, sentAt, direction: "received" as const };
  await ledgerOf("ada").append({ kind: "ignored", invitation, at: monday + 1, run: "r0", account: null });
  clock.now = monday + day;
  reading = { ...aReading(2, { at: clock.now }), received: null };
  await run(message("ada"));
  const { received } = (await readings.get("ada")) ?? {};
  expect(received?.invitations).toMatchObject([{ profile: "/in/person-1", age: { atLeast: 2.5 * day } }]);
});

test("a stored reading that nobody can read stands in no sweep's way", async () => {
  const { table, readings, lines, connect, run } = await stack(async (job) => {
    await job.onReading(aReading(1));
    return "done";
  });
  await connect("ada");
  const Item = { pk: memberPk("ada"), sk: "reading", run: "none", chunks: 1 };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  expect(await run(message("ada"))).toEqual({ batchItemFailures: [] });
  expect(await readings.get("ada")).toEqual(aReading(1));
  expect(lines).toContainEqual(expect.objectContaining({ message: "a stored reading cannot be read" }));
});

test("a member who leaves while they are swept leaves nothing behind", async () => {
  const { table, all, jobs, connect, run } = await stack(async (job) => {
    if (jobs.length === 1) await all.leave("ada");
    else await all.leave("bob");
    if (jobs.length === 2) await job.onReading(aReading(1));
    await job.ledger.append({ kind: "sweep-started", trigger: "scheduled", at: 1, run: "r1", account: null });
    return "done";
  });
  for (const id of ["ada", "bob"]) await connect(id);
  expect(await run(message("ada"), message("bob"))).toEqual({ batchItemFailures: [] });
  const { Items } = await table.client.send(new ScanCommand({ TableName: table.name }));
  expect(Items).toEqual([]);
});

test("what a sweep writes in the moment in which its member leaves is gone as well", async () => {
  const table = await database.table();
  const leaving = worker(table, sealer, async () => "done");
  const { connect, run } = worker(
    beforePut(table, "event#", () => leaving.all.leave("ada")),
    sealer,
    async (job) => {
      await job.ledger.append({
        kind: "sweep-started",
        trigger: "scheduled",
        at: 1,
        run: "r1",
        account: null,
      });
      return "done";
    },
  );
  await connect("ada");
  expect(await run(message("ada"))).toEqual({ batchItemFailures: [] });
  const { Items } = await table.client.send(new ScanCommand({ TableName: table.name }));
  expect(Items).toEqual([]);
});

test("a member who has to act is told at once; that they could not be told fails no sweep", async () => {
  const told: string[] = [];
  const outcomes: SweepOutcome[] = ["belt", "challenged", "done", "unreachable"];
  const { all, lines, connect, run } = await stack(
    async () => outcomes.shift() ?? "done",
    async (memberId) => {
      told.push(memberId);
      throw new Error("no mail today");
    },
  );
  for (const id of ["ada", "bob", "cy", "dee"]) await connect(id);
  expect(await run(...["ada", "bob", "cy", "dee"].map((id) => message(id)))).toEqual({
    batchItemFailures: [],
  });
  expect(told).toEqual(["ada", "bob"]);
  expect((await all.get("ada"))?.nextSweepAt).toBeGreaterThan(monday);
  expect(lines.filter(({ level }) => level === "error")).toHaveLength(2);
});

test("a member who signed in by hand in a browser profile is swept with it, as the account that it belongs to", async () => {
  const { all, sessions, jobs, run } = await stack(async () => "signed-out");
  await all.add(aMember("ada"));
  const version = await sessions.useProfile("ada");
  const connectedAs = { firstSweepAt: monday, connectedAt: monday, account: "/in/ada-example" };
  await all.sessionSealed("ada", version, connectedAs);
  await run(message("ada"));
  expect(jobs).toMatchObject([{ access: { kind: "profile", account: "/in/ada-example" } }]);
  expect(await sessions.open("ada")).toEqual({ kind: "out-of-use", version });
  expect(await all.get("ada")).toMatchObject({ session: "out-of-use" });
});

test("a time zone that is changed while a sweep runs decides about the next one", async () => {
  const { all, connect, run } = await stack(async ({ memberId }) => {
    await all.changePolicy(memberId, (policy) => ({ ...policy, timezone: "Pacific/Auckland" }));
    return "done";
  });
  await connect("ada");
  await run(message("ada"));
  const { nextSweepAt = 0 } = (await all.get("ada")) ?? {};
  // 10:00 in Auckland, thirteen hours ahead in November.
  expect(new Date(nextSweepAt).toISOString()).toMatch(/T21:00:/);
});
