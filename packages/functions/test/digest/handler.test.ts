import type { Reading } from "@lapse/core/reading/reading";
import type { Context } from "aws-lambda";
import { expect, test } from "vitest";
import { makeDigestHandler } from "../../src/digest/handler.ts";
import { StoredStateError } from "../../src/errors.ts";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import { testDatabase } from "../support/database.ts";
import { lambda, sqsBatch } from "../support/digestQueue.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";

const database = testDatabase();
const hour = 3_600_000;
const of = (memberId: string, runId = `run-of-${memberId}`) =>
  JSON.stringify({ kind: "digest", memberId, runId });

/** Members of whom each has a sweep to be told of, and whose mails end as `answer` says. */
async function worker(ids: readonly string[], answer: (mail: Mail) => Promise<MailOutcome>) {
  const table = await database.table();
  const all = members(table);
  const ledgerOf = (id: string) => ledgerStore(table, id);
  for (const id of ids) {
    await all.add(aMember(id, { session: "sealed", connectedAt: monday - 20 * hour }));
    const invitation = { id: `of-${id}`, profile: null, name: "Bob Example", sentAt: null };
    const by = { at: monday - hour, run: "sweep", account: null };
    await ledgerOf(id).append({ kind: "withdrawn", invitation, ...by });
  }
  const { log, lines } = keptLog();
  const { metrics, counted } = keptMetrics();
  const mails: Mail[] = [];
  let runs = 0;
  const ports = {
    readings: { get: async (): Promise<Reading | null> => null },
    ...{ members: all, ledgerOf, log, metrics, now: () => monday, newRunId: () => `attempt-${++runs}` },
    mailer: {
      send: (mail: Mail) => {
        mails.push(mail);
        return answer(mail);
      },
    },
    webOrigin: "https://lapse.example.org",
  };
  const handler = makeDigestHandler(ports);
  const run = async (bodies: readonly string[], context = lambda) =>
    (await handler(sqsBatch(bodies), context)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { all, ports, run, mails, lines, counted, ledgerOf };
}

test("of a batch those come back that are poison or failed; the others are told, or are nobody any more", async () => {
  const { run, mails, lines, counted, ledgerOf } = await worker(["ada", "bob", "cy"], async ({ to }) => {
    if (to.startsWith("bob")) throw new Error("the process died");
    return to.startsWith("cy") ? { kind: "refused", reason: "no" } : { kind: "sent" };
  });
  const back = await run([of("ada"), "{poison", of("bob"), of("nobody"), of("cy")]);
  expect(back).toEqual(["message-1", "message-2"]);
  expect(mails.map(({ to }) => to)).toEqual(["ada@example.org", "bob@example.org", "cy@example.org"]);
  expect(counted).toEqual({ DigestsSent: [1], DigestsFailed: [1, 1, 1] });
  // A run can be followed from the message over the lines to the ledger.
  const about = { memberId: "ada", runId: "run-of-ada", messageId: "message-0" };
  expect(lines[0]).toMatchObject({ message: "digest ended", data: { ...about, digest: "sent" } });
  for (const { data } of lines.slice(2))
    expect(data).toMatchObject({ runId: expect.stringMatching(/^run-of-/) });
  const runs = (await ledgerOf("ada").read()).map((event) => event.run);
  expect(runs.slice(1).every((each) => each.startsWith("run-of-ada_attempt-"))).toBe(true);
  expect(JSON.stringify(lines)).not.toContain("example.org");
});

test("a digest that was not taken now is counted as not sent, and its message does not come back: an hourly run sends another", async () => {
  let throttling = true;
  const { all, run, mails, lines, counted, ports } = await worker(["ada"], async () =>
    throttling ? { kind: "deferred", reason: "SES is throttling" } : { kind: "sent" },
  );
  expect(await run([of("ada"), of("ada")])).toEqual([]);
  expect(mails).toHaveLength(1);
  expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
    ...[
      "warn a digest was not taken now; a later run offers it again",
      "info digest ended",
      "info digest ended",
    ],
  ]);
  expect(lines[0]?.data).toMatchObject({ why: "SES is throttling" });
  expect(await all.get("ada")).toMatchObject({ lastDigestSlot: null });
  throttling = false;
  ports.now = () => monday + hour;
  expect(await run([of("ada")])).toEqual([]);
  expect(mails).toHaveLength(2);
  expect(counted).toEqual({ DigestsFailed: [1], DigestsSent: [1] });
});

test("a message that comes twice, in one batch, later, or to two workers in the same instant, sends one mail", async () => {
  const { run, mails } = await worker(["ada", "bob"], async () => ({ kind: "sent" }));
  expect(await run([of("ada"), of("ada")])).toEqual([]);
  expect(await run([of("ada")])).toEqual([]);
  // The very same message at the very same time: only the attempts differ.
  await Promise.all([run([of("bob")]), run([of("bob")])]);
  expect(mails.map(({ to }) => to)).toEqual(["ada@example.org", "bob@example.org"]);
});

test("a mail for whose answer no time is left is not begun, and its message comes back", async () => {
  const { run, mails, lines } = await worker(["ada", "bob"], async () => ({ kind: "sent" }));
  const short = { getRemainingTimeInMillis: () => (mails.length === 0 ? 30_000 : 29_999) } as Context;
  expect(await run([of("ada"), of("bob")], short)).toEqual(["message-1"]);
  expect(mails).toHaveLength(1);
  expect(lines.map(({ level }) => level)).toEqual(["info", "warn"]);
  expect(await run([of("bob")])).toEqual([]);
  expect(mails).toHaveLength(2);
});

test("a problem that could not be told brings its message back, and then is told, while the digest went out at once", async () => {
  let broken = true;
  const { all, run, mails, ledgerOf, ports } = await worker(["ada"], async () => ({ kind: "sent" }));
  const ended = { outcome: "belt", message: "", pending: 1, read: 1, counts: {}, upcoming: [] } as const;
  const by = { at: monday - hour, run: "sweep-2", account: null };
  await ledgerOf("ada").append({ kind: "sweep-ended", ...ended, ...by });
  await all.sessionSealed("ada", "v1", { firstSweepAt: 0, connectedAt: monday - 20 * hour, account: null });
  await all.finishSweep("ada", "v1", monday + hour, monday - hour);
  const { openProblem } = ports.ledgerOf("ada");
  ports.ledgerOf = (id) => ({
    ...ledgerOf(id),
    openProblem: (event) => (broken ? Promise.reject(new Error("the table is busy")) : openProblem(event)),
  });
  expect(await run([of("ada")])).toEqual(["message-0"]);
  expect(mails).toHaveLength(1);
  broken = false;
  expect(await run([of("ada")])).toEqual([]);
  expect(mails.map(({ subject }) => subject)[1]).toBe("Far more is due than you last confirmed");
  expect(await all.get("ada")).toMatchObject({ untoldSince: null });
});

test("a stored list that cannot be read is noted, and the digest goes out by what the last sweep left", async () => {
  const { run, mails, lines, ports } = await worker(["ada"], async () => ({ kind: "sent" }));
  ports.readings.get = () => Promise.reject(new StoredStateError("A stored reading lacks a piece."));
  expect(await run([of("ada")])).toEqual([]);
  expect(mails).toHaveLength(1);
  expect(lines.filter(({ level }) => level === "error")).toMatchObject([
    { message: "a stored reading cannot be read", data: { memberId: "ada" } },
  ]);
});

test("where the table does not give the stored list, the week stays open, and the message that comes again is told", async () => {
  const { all, run, mails, ledgerOf, ports } = await worker(["ada"], async () => ({ kind: "sent" }));
  const { get } = ports.readings;
  const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
  const before = await ledgerOf("ada").read();
  for (const fault of [throttled, Object.assign(new Error("no answer"), { name: "TimeoutError" })]) {
    ports.readings.get = () => Promise.reject(fault);
    expect(await run([of("ada")])).toEqual(["message-0"]);
  }
  expect([mails, await ledgerOf("ada").read()]).toEqual([[], before]);
  expect(await all.get("ada")).toMatchObject({ lastDigestSlot: null });
  ports.readings.get = get;
  expect(await run([of("ada")])).toEqual([]);
  expect(mails).toHaveLength(1);
});
