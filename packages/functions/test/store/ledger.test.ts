import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerStore, type WeekEvent } from "../../src/store/ledger.ts";
import { ledgerAttributes } from "../../src/store/ledgerItem.ts";
import { memberPk } from "../../src/store/table.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();

const invitation = {
  id: "7498810568384856065",
  profile: "/in/ada-example",
  name: "Ada Example",
  sentAt: null,
};
const intent = (at: number, run = "r1"): LedgerEvent => ({
  kind: "intent",
  invitation,
  at,
  run,
  account: null,
});
const opening = (run: string, step: "sending" | "quiet" = "sending"): WeekEvent => ({
  ...{ kind: "digest", week: "2026-W48", step, at: 5, run, account: null },
});

test("what was appended is read back in the order in which it happened", async () => {
  const table = await database.table();
  let member = 0;
  const times = fc.array(fc.integer({ min: 0, max: 1_900_000_000_000 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(times, async (unordered) => {
      const ledger = ledgerStore(table, `m${++member}`);
      for (const at of unordered) await ledger.append(intent(at));
      const read = await ledger.read();
      expect(read.map((event) => event.at)).toEqual([...unordered].sort((a, b) => a - b));
    }),
    { numRuns: 25 },
  );
});

test("no event overwrites another, and the same event sent twice is one event", async () => {
  const table = await database.table();
  await ledgerStore(table, "m").append(intent(7));
  await ledgerStore(table, "m").append(intent(7));
  const clash = { ...intent(7), kind: "withdrawn" } as LedgerEvent;
  await expect(ledgerStore(table, "m").append(clash)).rejects.toThrow("nothing was overwritten");
  expect(await ledgerStore(table, "m").read()).toEqual([intent(7)]);
});

test("an ISO week is opened once, however many digest runs try, with a mail or with nothing to say", async () => {
  const table = await database.table();
  let member = 0;
  const steps = fc.array(fc.constantFrom("sending" as const, "quiet" as const), {
    minLength: 2,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (runs) => {
      const id = `m${++member}`;
      const opened = await Promise.all(
        runs.map((step, run) => ledgerStore(table, id).openWeek(opening(`run-${run}`, step))),
      );
      expect(opened.filter((was) => was)).toHaveLength(1);
      expect(await ledgerStore(table, id).read()).toHaveLength(1);
    }),
    { numRuns: 20 },
  );
});

test("each further try of a week is opened once, too, and none in the place of another", async () => {
  const ledger = ledgerStore(await database.table(), "tries");
  const attempts = [undefined, 2, undefined, 2, 3].map((attempt, i) => ({
    ...opening(`run-${i}`),
    ...(attempt === undefined ? {} : { attempt }),
  }));
  const opened: boolean[] = [];
  for (const each of attempts) opened.push(await ledger.openWeek(each));
  expect(opened).toEqual([true, true, false, false, true]);
  expect(new Set((await ledger.read()).map(({ run }) => run))).toEqual(new Set(["run-0", "run-1", "run-4"]));
});

test("a ledger longer than one page of DynamoDB is read whole, and its longest event too", async () => {
  const table = await database.table();
  const ledger = ledgerStore(table, "long");
  const upcoming = Array.from({ length: 4_000 }, (_, i) => ({
    ...invitation,
    id: String(7_000_000_000_000_000_000n + BigInt(i * 7919)),
    on: "2026-12-01T00:00:00.000Z",
  }));
  const announced: LedgerEvent = { kind: "announced", upcoming, at: 3, run: "r", account: "/in/ada-example" };
  // The emulator takes items that DynamoDB, whose limit is 400 KB, would refuse.
  expect(ledgerAttributes(announced)).toMatchObject({ packed: expect.any(Uint8Array) });
  await ledger.append(announced);
  const opens = { ...opening("r", "sending"), at: 4, upcoming } as const;
  expect(ledgerAttributes(opens)).toMatchObject({ packed: expect.any(Uint8Array) });
  expect([await ledger.openWeek(opens), await ledger.openWeek(opens)]).toEqual([true, true]);
  const reason = "x".repeat(90_000);
  for (let at = 10; at < 30; at++) {
    await ledger.append({ kind: "failed", invitation, reason, at, run: "r", account: null });
  }
  const read = await ledger.read();
  expect(read).toHaveLength(22);
  expect(read.slice(0, 2)).toEqual([announced, opens]);
});

test("an event that nobody can read stops the reader", async () => {
  const table = await database.table();
  const Item = {
    pk: memberPk("bad"),
    sk: "event#000000000000001#r#000000",
    event: { kind: "withdrew", at: 1 },
  };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  await expect(ledgerStore(table, "bad").read()).rejects.toThrow("cannot be read");
});
