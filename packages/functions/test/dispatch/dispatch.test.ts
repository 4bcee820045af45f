import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { claimMs, dispatch } from "../../src/dispatch/dispatch.ts";
import { noMetrics } from "../../src/metrics/metrics.ts";
import type { Refused } from "../../src/queue/batchQueue.ts";
import type { SweepMessage } from "../../src/queue/sweepMessage.ts";
import { claimDue } from "../../src/store/due.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { members } from "../../src/store/members.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import type { Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { keptLog } from "../support/log.ts";
import { aMember, connected, monday } from "../support/member.ts";

const database = testDatabase();

function dispatcher(table: Table, sent: string[], at = monday) {
  let runs = 0;
  return {
    claimDue: (now: number, forMs: number) => claimDue(table, now, forMs),
    queue: {
      sendAll: async (messages: readonly SweepMessage[]): Promise<Refused<SweepMessage>[]> => {
        sent.push(...messages.map(({ memberId }) => memberId));
        return [];
      },
    },
    now: () => at,
    newRunId: () => `run-${++runs}`,
    log: keptLog().log,
    stopSwitch: stopSwitch(table, () => at),
    metrics: noMetrics,
  };
}

async function put(table: Table, id: string, nextSweepAt: number): Promise<void> {
  const Item = { ...memberItem(aMember(id, { session: "sealed", nextSweepAt })), version: "v1" };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

test("each member who is due gets one message, however many dispatchers run at once", async () => {
  const due = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(due, fc.integer({ min: 1, max: 4 }), async (offsets, dispatchers) => {
      const table = await database.table();
      await Promise.all(offsets.map((offset, i) => put(table, `m${i}`, monday + offset)));
      const sent: string[] = [];
      await Promise.all(Array.from({ length: dispatchers }, () => dispatch(dispatcher(table, sent))));
      const wanted = offsets.flatMap((offset, i) => (offset <= 0 ? [`m${i}`] : []));
      expect(sent.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 20 },
  );
});

test("a member whose sweep never reports back is dispatched again when the claim has run out, and not before", async () => {
  const table = await database.table();
  await put(table, "ada", monday);
  const sent: string[] = [];
  for (const later of [0, 1, claimMs - 1]) await dispatch(dispatcher(table, sent, monday + later));
  expect(sent).toEqual(["ada"]);
  await dispatch(dispatcher(table, sent, monday + claimMs));
  expect(sent).toEqual(["ada", "ada"]);
});

test("nobody is dispatched without a session in use, or before they started, whatever the clock says", async () => {
  const table = await database.table();
  const all = members(table);
  await all.add(aMember("none"));
  await all.add(aMember("retired"));
  await all.sessionSealed("retired", "v1", connected(monday));
  await all.sessionRetired("retired", "v1");
  await all.add(aMember("not-started", { startedAt: null }));
  await all.sessionSealed("not-started", "v1", connected(monday));
  await all.add(aMember("ready"));
  await all.sessionSealed("ready", "v1", connected(monday));
  const sent: string[] = [];
  await dispatch(dispatcher(table, sent, monday + 400 * 86_400_000));
  expect(sent).toEqual(["ready"]);
});

test("a record that cannot be read, or a queue that refuses one, costs no other member the sweep", async () => {
  const table = await database.table();
  for (const id of ["ada", "bob", "cy", "dee"]) await put(table, id, monday);
  const Item = { ...memberItem(aMember("bob", { session: "sealed", nextSweepAt: monday })), email: 7 };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  const sent: string[] = [];
  const { log, lines } = keptLog();
  const ports = dispatcher(table, sent);
  const sendAll = async (messages: readonly SweepMessage[]) => {
    const taken = messages.filter(({ memberId }) => memberId !== "cy");
    await ports.queue.sendAll(taken);
    const refused = messages.filter((message) => !taken.includes(message));
    return refused.map((message) => ({ message, fault: new Error("queue is gone") }));
  };
  expect(await dispatch({ ...ports, log, queue: { sendAll } })).toEqual({
    ...{ sent: 2, unreadable: 1, failed: 1, unclaimed: 0, overdue: 0 },
  });
  expect(sent.sort()).toEqual(["ada", "dee"]);
  expect(lines.filter(({ level }) => level === "error")).toHaveLength(2);
});
