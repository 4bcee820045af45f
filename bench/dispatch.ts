import { setTimeout as pause } from "node:timers/promises";
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { dispatch } from "@lapse/functions/dispatch/dispatch";
import { noMetrics } from "@lapse/functions/metrics/metrics";
import { claimDue } from "@lapse/functions/store/due";
import { memberItem } from "@lapse/functions/store/memberItem";
import { memberKey } from "@lapse/functions/store/members";
import type { Table } from "@lapse/functions/store/table";
import { startDatabase } from "../packages/functions/test/support/dynamo.ts";
import { keptLog } from "../packages/functions/test/support/log.ts";
import { aMember, monday } from "../packages/functions/test/support/member.ts";

/** On each answer of the table and of the queue, ms: about what they take on AWS, where an emulator in this process takes none. */
const latencyMs = 8;
const samples = 100;

/** The dispatcher over members who are all due, against the floor: as many conditional writes one after another. */
export async function benchDispatch(): Promise<void> {
  const database = await startDatabase();
  try {
    for (const count of [200, 2_000]) {
      const table = await database.table();
      const ids = Array.from({ length: count }, (_, i) => `member-${i}`);
      for (const id of ids) await put(table, id);
      const far = distant(table);
      const each = await timed(() => writeOneByOne(far, ids.slice(0, samples)));
      const floor = (each / samples) * count;
      const spent = await timed(() => dispatchAll(far, count));
      console.log(
        `${count} members due, ${latencyMs} ms on every answer: dispatched in ${spent.toFixed(0)} ms, ` +
          `claims one after another ${floor.toFixed(0)} ms: ratio ${(spent / floor).toFixed(2)}`,
      );
    }
  } finally {
    await database.stop();
  }
}

async function dispatchAll(table: Table, count: number): Promise<void> {
  const dispatched = await dispatch({
    claimDue: (now, forMs) => claimDue(table, now, forMs),
    stopSwitch: { get: async () => null },
    queue: { sendAll: async () => pause(latencyMs, []) },
    now: () => monday,
    newRunId: () => "bench",
    log: keptLog().log,
    metrics: noMetrics,
  });
  if (dispatched?.sent !== count) throw new Error(`${dispatched?.sent} of ${count} were dispatched`);
}

async function put(table: Table, id: string): Promise<void> {
  const Item = { ...memberItem(aMember(id, { session: "sealed", nextSweepAt: monday })), version: "v1" };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** The write of a claim, leaving each member as due as before. */
async function writeOneByOne(table: Table, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: memberKey(id),
        UpdateExpression: "SET dueAt = :seen",
        ConditionExpression: "dueAt = :seen",
        ExpressionAttributeValues: { ":seen": monday },
        ReturnValues: "ALL_NEW",
      }),
    );
}

/** The same table, further away. */
function distant({ client, name }: Table): Table {
  const send = async (command: never) => {
    await pause(latencyMs);
    return client.send(command);
  };
  return { client: { send } as unknown as Table["client"], name };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
