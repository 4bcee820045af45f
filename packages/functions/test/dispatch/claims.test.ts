import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Context, ScheduledEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { claimMs } from "../../src/dispatch/dispatch.ts";
import { makeDispatchHandler } from "../../src/dispatch/handler.ts";
import type { SweepMessage } from "../../src/queue/sweepMessage.ts";
import { claimDue } from "../../src/store/due.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import { duePk, dueShards, type Table } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";

const database = testDatabase();
const ids = Array.from({ length: 30 }, (_, i) => `member-${i}`);

type Send = (command: unknown) => Promise<unknown>;

/** A table with all of them due, and the dispatcher as it is called, each claim going a way of the test's own. */
async function stage(claim: (id: string, send: () => Promise<unknown>) => Promise<unknown>) {
  const table = await database.table();
  const put = async (id: string) => {
    const Item = { ...memberItem(aMember(id, { session: "sealed", nextSweepAt: monday })), version: "v1" };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  };
  await Promise.all(ids.map(put));
  const send = table.client.send.bind(table.client) as unknown as Send;
  const over = (command: unknown) =>
    command instanceof UpdateCommand
      ? claim(String(command.input.Key?.["pk"]).replace("member#", ""), () => send(command))
      : send(command);
  const watched = { ...table, client: { send: over } as unknown as Table["client"] };
  const sent: string[] = [];
  const { log, lines } = keptLog();
  const run = async (
    at = monday,
    sendAll = async (batch: readonly SweepMessage[]) => {
      sent.push(...batch.map(({ memberId }) => memberId));
      return [] as { message: SweepMessage; fault: unknown }[];
    },
  ) => {
    const { metrics, counted } = keptMetrics();
    const handler = makeDispatchHandler({
      claimDue: (now, forMs) => claimDue(watched, now, forMs),
      stopSwitch: stopSwitch(table, () => at),
      queue: { sendAll },
      ...{ now: () => at, newRunId: () => "r1", log, metrics },
    });
    const ended = await handler({} as ScheduledEvent, {} as Context).catch((fault: unknown) => fault);
    return { ended, counted };
  };
  return { run, sent, lines };
}

test("claims are made side by side, one at a time in each shard of the index", async () => {
  const flying = new Set<string>();
  const seen: string[][] = [];
  const { run, sent } = await stage(async (id, send) => {
    flying.add(id);
    seen.push([...flying].map(duePk));
    try {
      return await send();
    } finally {
      flying.delete(id);
    }
  });
  await run();
  expect(sent.toSorted()).toEqual(ids.toSorted());
  expect(Math.max(...seen.map(({ length }) => length))).toBe(dueShards);
  for (const shards of seen) expect(new Set(shards).size).toBe(shards.length);
});

test("a claim that fails costs no other member the sweep, and the run fails at its end, so that it is tried again", async () => {
  let broken = new Set(["member-3", "member-17"]);
  const { run, sent, lines } = await stage(async (id, send) => {
    if (broken.has(id)) throw new Error("the table is busy");
    return send();
  });
  const { ended, counted } = await run();
  expect(ended).toMatchObject({ message: expect.stringContaining("2 of those who are due"), actor: "us" });
  expect(sent.toSorted()).toEqual(ids.filter((id) => !broken.has(id)).toSorted());
  expect(counted).toMatchObject({ SweepsDispatched: [28], RecordsUnreadable: [0] });
  const errors = lines.filter(({ level }) => level === "error");
  expect(errors.map(({ message }) => message)).toEqual(Array(2).fill("a member could not be claimed"));

  broken = new Set();
  sent.length = 0;
  expect((await run(monday + 60_000)).ended).toMatchObject({ sent: 2, failed: 0 });
  expect(sent.toSorted()).toEqual(["member-17", "member-3"]);
});

test("a claim whose answer is lost is not made twice: that member comes again when it has run out", async () => {
  let lost = true;
  const { run, sent } = await stage(async (id, send) => {
    const answer = await send();
    if (lost && id === "member-5") throw new Error("the line went dead");
    return answer;
  });
  await run();
  lost = false;
  await run(monday + claimMs - 1);
  expect(sent.toSorted()).toEqual(ids.filter((id) => id !== "member-5").toSorted());
  sent.length = 0;
  await run(monday + claimMs + 1);
  expect(sent).toContain("member-5");
});

test("whoever was claimed and the queue did not take comes again when the claim has run out, and not before", async () => {
  const { run, sent } = await stage((_, send) => send());
  const { ended } = await run(monday, async (batch) =>
    batch.map((message) => ({ message, fault: new Error("queue is gone") })),
  );
  expect(ended).toMatchObject({ sent: 0, failed: ids.length });
  await run(monday + claimMs - 1);
  expect(sent).toEqual([]);
  await run(monday + claimMs);
  expect(sent.toSorted()).toEqual(ids.toSorted());
});
