import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { LeaseStore } from "@lapse/core/ledger/store";
import { held } from "./condition.ts";
import { memberPk, type Table } from "./table.ts";

/**
 * A lease that lives in the table: one item, whose `expiresAt` is compared in every condition, because DynamoDB may
 * delete expired items days late, by their `ttl`: that of a holder who died, and whose member left, stays with nobody. A dead holder cannot be told from a slow one here, so it keeps the lease until then.
 *
 *     run A  |--acquire, until 10--|--renew, until 14--|
 *     run B       refused at 9                 refused at 12, has it at 14
 *
 * @param now milliseconds since 1970
 */
export function leaseStore(table: Table, memberId: string, now: () => number): LeaseStore {
  const key = { pk: memberPk(memberId), sk: "lease" };
  return {
    acquire: (run, ttlMs) =>
      held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...key, run, expiresAt: now() + ttlMs, ttl: secondsOf(now() + ttlMs) },
            // The same run may ask again: the answer to its first request can have been lost.
            ConditionExpression: "attribute_not_exists(pk) OR expiresAt <= :now OR #run = :run",
            ExpressionAttributeNames: { "#run": "run" },
            ExpressionAttributeValues: { ":now": now(), ":run": run },
          }),
        ),
      ),
    renew: (run, ttlMs) =>
      held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: key,
            UpdateExpression: "SET expiresAt = :until, #ttl = :ttl",
            // An expired lease is lost even when nobody else has taken it yet.
            ConditionExpression: "#run = :run AND expiresAt > :now",
            ExpressionAttributeNames: { "#run": "run", "#ttl": "ttl" },
            ExpressionAttributeValues: {
              ...{ ":until": now() + ttlMs, ":now": now(), ":run": run },
              ":ttl": secondsOf(now() + ttlMs),
            },
          }),
        ),
      ),
    release: async (run) => {
      await held(
        table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key: key,
            ConditionExpression: "#run = :run",
            ExpressionAttributeNames: { "#run": "run" },
            ExpressionAttributeValues: { ":run": run },
          }),
        ),
      );
    },
  };
}

/** What DynamoDB deletes by: whole seconds, never before the lease has expired. */
function secondsOf(ms: number): number {
  return Math.ceil(ms / 1_000);
}

/** Ends whatever lease the member has: whoever holds it may click nothing more. */
export async function endLease({ client, name: TableName }: Table, memberId: string): Promise<void> {
  await client.send(new DeleteCommand({ TableName, Key: { pk: memberPk(memberId), sk: "lease" } }));
}
