import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Member } from "@lapse/core/member/member";
import type { Context, ScheduledEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { claimMs } from "../../src/dispatch/dispatch.ts";
import { makeDispatchHandler } from "../../src/dispatch/handler.ts";
import { claimDue } from "../../src/store/due.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import { testDatabase } from "../support/database.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";

const database = testDatabase();
const hour = 3_600_000;

/** The dispatcher over a table of its own. */
async function stage() {
  const table = await database.table();
  const clock = { now: monday };
  const stop = stopSwitch(table, () => clock.now);
  const sent: string[] = [];
  const { log, lines } = keptLog();
  const run = async () => {
    const { metrics, counted } = keptMetrics();
    const handler = makeDispatchHandler({
      claimDue: (at, forMs) => claimDue(table, at, forMs),
      stopSwitch: stop,
      queue: {
        sendAll: async (batch) => {
          sent.push(...batch.map(({ memberId }) => memberId));
          return [];
        },
      },
      ...{ now: () => clock.now, newRunId: () => "r1", log, metrics },
    });
    await handler({} as ScheduledEvent, {} as Context);
    return counted;
  };
  const put = (id: string, changes: Partial<Member>) => {
    const Item = { ...memberItem(aMember(id, { session: "sealed", ...changes })), version: "v1" };
    return table.client.send(new PutCommand({ TableName: table.name, Item }));
  };
  return { table, clock, stop, sent, lines, run, put };
}

test("a member is overdue once their sweep has been due for more than 36 hours", async () => {
  const { run, put } = await stage();
  await put("late", { nextSweepAt: monday - 36 * hour - 1 });
  await put("in-time", { nextSweepAt: monday - 36 * hour });
  expect(await run()).toEqual({
    ...{ SweepsDispatched: [2], MembersOverdue: [1], RecordsUnreadable: [0], Stopped: [0], DispatchRun: [1] },
  });
});

test("one whose sweeps never come to their end becomes overdue, although each dispatch claims them anew", async () => {
  const { run, put, clock } = await stage();
  await put("ada", { nextSweepAt: monday });
  const overdue: unknown[] = [];
  for (; clock.now <= monday + 38 * hour; clock.now += claimMs) overdue.push((await run()).MembersOverdue);
  expect(overdue).toEqual([...Array(19).fill([0]), [1]]);
});

test("nobody is overdue who is not to be swept: without a session, before the start, or paused", async () => {
  const { run, put, sent } = await stage();
  const nextSweepAt = monday - 400 * 24 * hour;
  const policy = { ...aMember("x").policy, paused: true };
  await put("none", { nextSweepAt, session: "none" });
  await put("out-of-use", { nextSweepAt, session: "out-of-use" });
  await put("not-started", { nextSweepAt, startedAt: null });
  await put("paused", { nextSweepAt, policy });
  expect(await run()).toMatchObject({ MembersOverdue: [0] });
  // That a member paused is for the sweep to find, which puts them off until tomorrow.
  expect(sent).toEqual(["paused"]);
});

test("while everything is stopped nobody is claimed or sent for, and that is all that is counted", async () => {
  const { run, put, stop, sent, lines } = await stage();
  await put("ada", { nextSweepAt: monday - 40 * hour });
  await stop.set("ticket 4711");
  expect(await run()).toEqual({ Stopped: [1], DispatchRun: [1] });
  expect(sent).toEqual([]);
  expect(lines).toMatchObject([{ message: "everything is stopped: nobody was dispatched" }]);
  await stop.clear();
  expect(await run()).toMatchObject({ SweepsDispatched: [1], Stopped: [0] });
});

test("where it cannot be known whether everything is stopped, nobody is claimed, and the run has failed", async () => {
  const { run, put, stop, table, sent } = await stage();
  await put("ada", { nextSweepAt: monday });
  const Item = { pk: "switch", sk: "stop" };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  await expect(run()).rejects.toThrow("The stop switch cannot be read");
  await stop.clear();
  expect(sent).toEqual([]);
  await run();
  expect(sent).toEqual(["ada"]);
});
