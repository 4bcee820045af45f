import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Sealer } from "@lapse/core/session/seal";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import { afterAll, beforeAll } from "vitest";
import { memberPk, type Table } from "../../src/store/table.ts";
import type { SweepJob } from "../../src/sweep/port.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { aMember, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { testSealer } from "../support/sealer.ts";
import { session, worker } from "../support/worker.ts";

/** A session that a member gives to be tried. */
export const given = { cookies: [{ name: "li_at", value: "AQEDATgivenvalue0011223344" }] };
export const connected = { session: "sealed", account: "/in/ada-example" } as const;

/** What a browser does that reads a list and finds all well. */
export const looked = async (job: SweepJob): Promise<SweepOutcome> => {
  await job.onReading(aReading(2));
  return "previewed";
};

/** One table for all the tests of a file, each of which has a worker and a member of its own in it. */
export function stages() {
  let database: Database;
  let table: Table;
  let sealer: Sealer;
  let members = 0;
  beforeAll(async () => {
    database = await startDatabase();
    table = await database.table();
    sealer = await testSealer();
  });
  afterAll(() => database.stop());

  return async (
    sweep: (job: SweepJob) => Promise<SweepOutcome> = looked,
    changes: Parameters<typeof aMember>[1] = {},
  ) => {
    const id = `m${++members}`;
    const all = worker(table, sealer, sweep);
    await all.all.add(aMember(id, changes));
    const item = async (sk: string) => {
      const Key = { pk: memberPk(id), sk };
      return (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item;
    };
    const put = (Item: Record<string, unknown>) =>
      table.client.send(new PutCommand({ TableName: table.name, Item }));
    const told = async () => (await all.errands.list(id)).map(({ state }) => state);
    /** Gives the session to be tried; the body of the message that asks for it. */
    const tryIt = async () => {
      const version = (await all.sessions.propose(id, given)) ?? "";
      return all.ask({ kind: "try", memberId: id, runId: "r1", version });
    };
    /** The member's session, in use; resolves to its version. */
    const connect = async () => {
      const version = await all.sessions.seal(id, session);
      const firstSweepAt = (await all.all.get(id))?.nextSweepAt ?? 0;
      const { account } = connected;
      await all.all.sessionSealed(id, version, { firstSweepAt, connectedAt: monday, account });
      return version;
    };
    return { ...all, id, item, put, told, tryIt, connect };
  };
}
