import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { connectSession } from "../../src/connect/connectSession.ts";
import { makeDigestDispatchHandler } from "../../src/digest/dispatchHandler.ts";
import { makeDigestHandler } from "../../src/digest/handler.ts";
import { makeOnProblem } from "../../src/digest/problem.ts";
import { makeDispatchHandler } from "../../src/dispatch/handler.ts";
import type { Mail } from "../../src/mail/mailer.ts";
import type { Service } from "../../src/metrics/metrics.ts";
import { observed } from "../../src/metrics/observed.ts";
import { claimDue } from "../../src/store/due.ts";
import { errandStore } from "../../src/store/errands.ts";
import { everyMember } from "../../src/store/everyMember.ts";
import { leaseStore } from "../../src/store/lease.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import { readingStore } from "../../src/store/readings.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import { makeSweepHandler } from "../../src/sweep/handler.ts";
import type { PerformSweep } from "../../src/sweep/port.ts";
import { testDatabase } from "../support/database.ts";
import { aMember, monday } from "../support/member.ts";
import { testSealer } from "../support/sealer.ts";
import { secret, session } from "../support/worker.ts";
import { written } from "../support/written.ts";

const database = testDatabase();
const day = 86_400_000;

/** A sweep that withdraws one invitation, says what it did, and meets a check. */
const challenged: PerformSweep = async ({ runId, ledger, log }) => {
  const by = { at: monday + 1, run: runId, account: null };
  const invitation = { id: "1", profile: null, name: "Bob Example", sentAt: null };
  await ledger.append({ kind: "withdrawn", invitation, ...by });
  const ended = {
    outcome: "challenged" as const,
    message: "LinkedIn asks for a check.",
    pending: null,
    read: 1,
  };
  await ledger.append({ kind: "sweep-ended", ...ended, counts: { withdrawn: 1 }, upcoming: [], ...by });
  log.info("from inside a sweep", { said: secret });
  return { ...ended, items: [], startedAt: "", endedAt: "" };
};

/** All functions over one table, each as its entry makes it. */
async function stage() {
  const table = await database.table();
  const all = members(table);
  const ids = { count: 0 };
  const now = () => monday + 1;
  const newId = () => `id-${++ids.count}`;
  const sessions = sessionStore(table, await testSealer(), now, newId);
  const bodies: string[] = [];
  const mails: Mail[] = [];
  const sendAll = async (batch: readonly object[]) => {
    bodies.push(...batch.map((message) => JSON.stringify(message)));
    return [];
  };
  const ports = {
    ...{ members: all, sessions, readings: readingStore(table, newId), errands: errandStore(table, now) },
    ledgerOf: (id: string) => ledgerStore(table, id),
    leaseOf: (id: string) => leaseStore(table, id, now),
    claimDue: (at: number, forMs: number) => claimDue(table, at, forMs),
    everyMember: (first: number) => everyMember(table, first),
    stopSwitch: stopSwitch(table, now),
    ...{ queue: { sendAll }, digestQueue: { sendAll }, now, newRunId: newId },
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return { kind: "sent" as const };
      },
    },
    webOrigin: "https://lapse.example.org",
  };
  await all.add(aMember("ada", { createdAt: monday - 8 * day }));
  await connectSession("ada", session, { members: all, sessions, now: () => monday });
  /** The function as Lambda calls it, with a scheduled event or with what lies on a queue. */
  const call = async (service: Service, onQueue: readonly string[] = []) => {
    const { entry, ...seen } = observed(service, "production");
    const given = { ...ports, ...seen };
    const make = {
      dispatch: () => makeDispatchHandler(given),
      sweep: () => makeSweepHandler({ ...given, performSweep: challenged, onProblem: makeOnProblem(given) }),
      "digest-dispatch": () => makeDigestDispatchHandler(given),
      digest: () => makeDigestHandler(given),
    }[service as "dispatch"];
    const handler = entry(make() as (event: unknown, context: Context) => Promise<unknown>);
    const Records = onQueue.map((body, i) => ({ messageId: `message-${i}`, body }) as SQSRecord);
    const context = { awsRequestId: `request-${service}`, getRemainingTimeInMillis: () => 600_000 };
    await handler({ Records } satisfies SQSEvent, context as Context);
    return bodies.splice(0);
  };
  return { call, mails };
}

test("one run is followed by its id from the dispatch over the sweep and its mail to the digest that tells of it", async () => {
  const { call, mails } = await stage();
  const lines = await written(async () => {
    await call("sweep", await call("dispatch"));
    await call("digest", await call("digest-dispatch"));
  });
  const of = (service: Service) => lines.filter((line) => line["service"] === service && "level" in line);
  const dispatched = of("dispatch").find(({ message }) => message === "a sweep was dispatched");
  const runId = String(dispatched?.["runId"]);
  expect(runId).toMatch(/^id-\d+$/);
  expect(of("sweep").map((line) => [line["message"], line["runId"]])).toEqual([
    ["from inside a sweep", runId],
    ["sweep ended", runId],
  ]);
  expect(mails.map(({ about }) => about)).toMatchObject([
    { kind: "problem", member: "ada", run: expect.stringMatching(`^${runId}_`) },
    { kind: "digest", member: "ada", run: expect.not.stringContaining(runId) },
  ]);
  const [digest] = of("digest").filter(({ message }) => message === "digest ended");
  expect(digest).toMatchObject({ memberId: "ada", digest: "sent", tells: [runId] });
  const digests = of("digest-dispatch").find(({ message }) => message === "a digest was dispatched");
  expect(digests?.["runId"]).toBe(digest?.["runId"]);

  // Every line says which invocation it is of, and none says anything of the member but the id.
  for (const line of lines)
    if (!("_aws" in line)) expect(line["requestId"]).toBe(`request-${line["service"]}`);
  expect(lines.filter((line) => "_aws" in line).map((line) => line["service"])).toEqual([
    ...["dispatch", "sweep", "digest-dispatch", "digest"],
  ]);
  for (const hidden of [secret, "example.org", "Bob Example"])
    expect(JSON.stringify(lines)).not.toContain(hidden);
});
