import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectSession } from "../../src/connect/connectSession.ts";
import { errandStore } from "../../src/store/errands.ts";
import { leaseStore } from "../../src/store/lease.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { members } from "../../src/store/members.ts";
import { readingStore } from "../../src/store/readings.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { makeSweepHandler } from "../../src/sweep/handler.ts";
import type { PerformSweep, SweepJob } from "../../src/sweep/port.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { testSealer } from "../support/sealer.ts";

const secret = "AQEDATsecretvalue0123456789";
const session: Session = { cookies: [{ name: "li_at", value: secret }], member: "/in/ada-example" };
const day = 86_400_000;

let database: Database;
let sealer: Sealer;
beforeAll(async () => {
  database = await startDatabase();
  sealer = await testSealer();
});
afterAll(() => database.stop());

/** A stack without a browser: `sweep` stands for it. */
async function stack(sweep: (job: SweepJob) => Promise<SweepOutcome>) {
  const table = await database.table();
  let versions = 0;
  const sessions = sessionStore(
    table,
    sealer,
    () => monday,
    () => `v${++versions}`,
  );
  const { log, lines } = keptLog();
  const jobs: SweepJob[] = [];
  const performSweep: PerformSweep = async (job) => {
    jobs.push(job);
    const [startedAt, endedAt] = ["2026-11-23T09:30:00.000Z", "2026-11-23T09:31:00.000Z"];
    return { outcome: await sweep(job), message: "", pending: null, read: 0, items: [], startedAt, endedAt };
  };
  const all = members(table);
  const ports = { members: all, sessions, performSweep, now: () => monday, log };
  const handler = makeSweepHandler({
    ...ports,
    readings: readingStore(table, () => "r-1"),
    errands: errandStore(table, () => monday),
    ledgerOf: (id) => ledgerStore(table, id),
    leaseOf: (id) => leaseStore(table, id, () => monday),
  });
  const connect = async (id: string) => {
    await all.add(aMember(id));
    expect(await connectSession(id, session, { members: all, sessions, now: () => monday })).toBe(true);
  };
  const run = (...bodies: string[]) => handler(batch(bodies), lambda);
  return { table, all, sessions, lines, jobs, connect, run };
}

const lambda = { getRemainingTimeInMillis: () => 900_000 } as Context;
const batch = (bodies: readonly string[]) =>
  ({ Records: bodies.map((body, i) => ({ messageId: `message-${i}`, body }) as SQSRecord) }) as SQSEvent;
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

test("a message that comes twice, or for a member who is gone or not connected, starts no sweep", async () => {
  const { all, jobs, connect, run } = await stack(async () => "done");
  await connect("ada");
  await all.add(aMember("bob"));
  const twice = await run(message("ada"), message("ada"), message("bob"), message("nobody"));
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
