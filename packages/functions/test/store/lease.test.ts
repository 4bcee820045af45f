import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { leaseStore } from "../../src/store/lease.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();

test("at most one run holds a member's lease, whoever asks, renews or lets go, and whenever", async () => {
  const table = await database.table();
  let member = 0;
  const run = fc.constantFrom("a", "b", "c");
  const step = fc.oneof(
    fc.record({ kind: fc.constant("acquire" as const), run, ttl: fc.integer({ min: 1, max: 50 }) }),
    fc.record({ kind: fc.constant("renew" as const), run, ttl: fc.integer({ min: 1, max: 50 }) }),
    fc.record({ kind: fc.constant("release" as const), run }),
    fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 60 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      let now = 1_000;
      const lease = leaseStore(table, `m${++member}`, () => now);
      let holder: { run: string; until: number } | null = null;
      for (const each of steps) {
        const live: { run: string; until: number } | null =
          holder !== null && holder.until > now ? holder : null;
        switch (each.kind) {
          case "wait":
            now += each.ms;
            break;
          case "acquire": {
            const may = live === null || live.run === each.run;
            expect(await lease.acquire(each.run, each.ttl)).toBe(may);
            if (may) holder = { run: each.run, until: now + each.ttl };
            break;
          }
          case "renew": {
            const may = live?.run === each.run;
            expect(await lease.renew(each.run, each.ttl)).toBe(may);
            if (may) holder = { run: each.run, until: now + each.ttl };
            break;
          }
          case "release":
            await lease.release(each.run);
            if (holder?.run === each.run) holder = null;
            break;
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("of many runs that ask in the same instant, one gets the lease", async () => {
  const table = await database.table();
  const lease = leaseStore(table, "crowd", () => 0);
  const asked = await Promise.all(Array.from({ length: 12 }, (_, run) => lease.acquire(`run-${run}`, 1_000)));
  expect(asked.filter((got) => got)).toHaveLength(1);
});

test("a lease that nobody lets go of is deleted by the table, and not before it has expired", async () => {
  const table = await database.table();
  let now = 1_500;
  const lease = leaseStore(table, "dead", () => now);
  const Key = { pk: "member#dead", sk: "lease" };
  const item = async () => (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item;
  await lease.acquire("run", 60_000);
  expect(await item()).toMatchObject({ expiresAt: 61_500, ttl: 62 });
  now = 30_000;
  await lease.renew("run", 60_000);
  expect(await item()).toMatchObject({ expiresAt: 90_000, ttl: 90 });
});
