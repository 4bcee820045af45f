import { type GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import { haltedBy, stoppedWords } from "../../src/sweep/halted.ts";
import { testDatabase } from "../support/database.ts";
import { keptLog } from "../support/log.ts";
import { monday } from "../support/member.ts";

const database = testDatabase();

test("what is stopped is stopped since the first word and for the last reason, until it is lifted", async () => {
  const table = await database.table();
  let now = monday;
  const all = stopSwitch(table, () => now);
  expect(await all.get()).toBeNull();
  expect(await all.clear()).toBeNull();
  expect(await all.set("challenges everywhere")).toEqual({ reason: "challenges everywhere", since: monday });
  now = monday + 60_000;
  expect(await all.set(null)).toEqual({ reason: "challenges everywhere", since: monday });
  expect(await all.set("still")).toEqual({ reason: "still", since: monday });
  // Another process, which knows nothing of this one.
  expect(await stopSwitch(table, () => now).get()).toEqual({ reason: "still", since: monday });
  expect(await all.clear()).toEqual({ reason: "still", since: monday });
  expect(await all.get()).toBeNull();
  expect(await all.set(null)).toEqual({ reason: "", since: now });
});

test("is read consistently and each time anew", async () => {
  const table = await database.table();
  const reads: unknown[] = [];
  const send = async (command: GetCommand) => {
    reads.push(command.input.ConsistentRead);
    return table.client.send(command);
  };
  const watched = stopSwitch({ ...table, client: { send } as unknown as typeof table.client }, () => monday);
  const before = await haltedBy(watched, keptLog().log);
  await stopSwitch(table, () => monday).set("now");
  expect([before, await haltedBy(watched, keptLog().log)]).toEqual([null, stoppedWords]);
  expect(reads).toEqual([true, true]);
});

test("a switch that cannot be read counts as set, is told to the operator, and can be put right", async () => {
  const table = await database.table();
  const Item = { pk: "switch", sk: "stop", since: "yesterday" };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  const broken = stopSwitch(table, () => monday);
  const { log, lines } = keptLog();
  await expect(broken.get()).rejects.toThrow("The stop switch cannot be read");
  expect(await haltedBy(broken, log)).toContain("could not be known");
  const gone = { get: () => Promise.reject(new Error("the table is gone")) };
  expect(await haltedBy(gone, log)).toContain("could not be known");
  expect(lines.map(({ level }) => level)).toEqual(["error", "error"]);
  expect(await broken.set(null)).toEqual({ reason: "", since: monday });
  expect(await broken.get()).toEqual({ reason: "", since: monday });
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  expect(await broken.clear()).toBe("unreadable");
  expect(await broken.get()).toBeNull();
});
