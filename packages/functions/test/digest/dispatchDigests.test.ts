import type { Member } from "@lapse/core/member/member";
import { weekdays } from "@lapse/core/policy/policy";
import type { Context, ScheduledEvent } from "aws-lambda";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestMember } from "../../src/digest/digestMember.ts";
import { type DigestDispatchPorts, dispatchDigests } from "../../src/digest/dispatchDigests.ts";
import { makeDigestDispatchHandler } from "../../src/digest/dispatchHandler.ts";
import type { Listed } from "../../src/store/due.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { dueShards } from "../../src/store/table.ts";
import { memoryQueue } from "../support/digestQueue.ts";
import { keptLog, type Line } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { memoryTable } from "../support/memoryTable.ts";
import { keptMetrics } from "../support/metrics.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** The scheduler over these records, in as many shards as there are lists. */
function dispatcher(shards: readonly (readonly Listed[])[], now: () => number = () => monday) {
  let runs = 0;
  const { queue, waiting } = memoryQueue();
  const { log, lines } = keptLog();
  async function* everyMember(first: number): AsyncGenerator<Listed> {
    for (let n = 0; n < shards.length; n++) yield* shards[(first + n) % shards.length] ?? [];
  }
  const ports: DigestDispatchPorts = {
    ...{ everyMember, digestQueue: queue, now, log },
    newRunId: () => `run-${++runs}`,
  };
  const asked = () => waiting.map(({ body }) => (JSON.parse(body) as { memberId: string }).memberId);
  return { ports, waiting, asked, lines };
}

const listed = (member: Member): Listed => ({ ok: true, member });
const time = fc.integer({ min: -9 * day, max: 0 }).map((before) => monday + before);
const anyMember = fc
  .record({
    ...{ mail: fc.constantFrom("on", "off"), createdAt: time, startedAt: fc.option(time) },
    ...{ lastDigestSlot: fc.option(time), untoldSince: fc.option(time, { freq: 2 }) },
    session: fc.constantFrom("none", "sealed", "out-of-use"),
    zone: fc.constantFrom("UTC", "Pacific/Kiritimati", "America/New_York"),
    digest: fc.record({ day: fc.constantFrom(...weekdays), hour: fc.integer({ min: 0, max: 23 }) }),
  })
  .map(({ zone, digest, ...changes }) => {
    const made = aMember("any", changes as Partial<Member>);
    return { ...made, policy: { ...made.policy, timezone: zone, digest } };
  });

const errorsIn = (lines: readonly Line[]) => lines.filter(({ level }) => level === "error");

test("a message goes out for whom a digest is due or a problem untold, and for nobody else", async () => {
  let [asked, spared] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(anyMember, { maxLength: 25 }), async (records) => {
      const all = records.map((member, n) => ({ ...member, id: `m${n}` }));
      const { ports, asked: who } = dispatcher([all.map(listed)]);
      await dispatchDigests(ports, () => false);
      const wanted: string[] = [];
      for (const member of all) {
        const done = await digestMember(member, "r", {
          members: { setLastDigestSlot: async () => true, clearGone: async () => false },
          ledgerOf: (id) => ledgerStore(memoryTable(), id),
          readings: { get: async () => null },
          mailer: { send: async () => ({ kind: "sent" }) },
          ...{ now: () => monday, webOrigin: "https://lapse.example.org" },
        });
        const { mail, untoldSince } = member;
        const untold = mail === "on" && untoldSince !== null && untoldSince >= monday - 3 * day;
        if (done !== "not-due" || untold) wanted.push(member.id);
      }
      expect(who().toSorted()).toEqual(wanted.toSorted());
      asked += wanted.length;
      spared += all.length - wanted.length;
    }),
    { numRuns: 60 },
  );
  // The members are random: a few of either kind are enough to know that both were met.
  expect([asked, spared].every((count) => count > 5)).toBe(true);
});

test("each message has a run of its own, and a record that cannot be read costs nobody else the digest", async () => {
  const bad: Listed = { ok: false, memberId: "bad", fault: new Error("it cannot be read") };
  const { ports, waiting, lines } = dispatcher([[listed(aMember("ada")), bad, listed(aMember("bob"))]]);
  const counts = await dispatchDigests(ports, () => false);
  expect(counts).toEqual({ sent: 2, unreadable: 1, failed: 0, whole: true });
  expect(waiting.map(({ body }) => JSON.parse(body))).toEqual([
    { kind: "digest", memberId: "ada", runId: "run-1" },
    { kind: "digest", memberId: "bob", runId: "run-2" },
  ]);
  expect(errorsIn(lines)).toMatchObject([{ data: { memberId: "bad" } }]);
});

test("whom the queue does not take is counted, and comes with the next run", async () => {
  const all = Array.from({ length: 34 }, (_, n) => listed(aMember(`m${n}`)));
  const { ports, asked, lines } = dispatcher([all]);
  const sendAll: DigestDispatchPorts["digestQueue"]["sendAll"] = async (messages) => {
    const [first, ...rest] = messages;
    await ports.digestQueue.sendAll(rest);
    return first === undefined ? [] : [{ message: first, fault: new Error("busy") }];
  };
  const first = await dispatchDigests({ ...ports, digestQueue: { sendAll } }, () => false);
  expect(first).toMatchObject({ sent: 30, failed: 4 });
  expect(errorsIn(lines)).toHaveLength(4);
  await dispatchDigests(ports, () => false);
  expect(new Set(asked()).size).toBe(34);
});

test("where the time is short the rest is left and said, and within eight hours everybody's turn comes first", async () => {
  let now = monday;
  const shards = Array.from({ length: dueShards }, (_, n) => [
    listed(aMember(`m${n}`)),
    listed(aMember(`n${n}`)),
  ]);
  const { ports, asked, lines } = dispatcher(shards, () => now);
  const { metrics, counted } = keptMetrics();
  for (let n = 0; n < dueShards; n++, now += hour) {
    // Enough for two.
    let read = 0;
    const everyMember = async function* (first: number) {
      for await (const each of ports.everyMember(first)) {
        read++;
        yield each;
      }
    };
    const handler = makeDigestDispatchHandler({ ...ports, everyMember, metrics });
    const context = { getRemainingTimeInMillis: () => (read > 2 ? 9_999 : 10_000) } as Context;
    const done = await handler({} as ScheduledEvent, context);
    expect(done).toEqual({ sent: 2, unreadable: 0, failed: 0, whole: false });
  }
  expect(new Set(asked()).size).toBe(2 * dueShards);
  expect(lines.filter(({ level }) => level === "warn")).toHaveLength(dueShards);
  expect(counted.DigestRun).toEqual(Array(dueShards).fill(1));
  expect(counted.DigestsDispatched).toEqual(Array(dueShards).fill(2));
});
