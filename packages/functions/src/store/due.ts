import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Member } from "@lapse/core/member/member";
import * as z from "zod";
import { held } from "./condition.ts";
import { memberOf } from "./memberItem.ts";
import { memberKey } from "./members.ts";
import { dueShards, memberPk, type Table } from "./table.ts";

/** A member, or why this one's record can't be read. One bad record never hides the others. */
export type Listed =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly memberId: string; readonly fault: unknown };

const indexed = z.object({ pk: z.string().startsWith(memberPk("")), dueAt: z.number() });

/**
 * Claims the members whose time has come, each with one conditional write, so that of two dispatchers one gets each
 * member:
 *
 *     dispatcher A  |- sees dueAt 10:00 -|- 10:00 → 12:01, held -|          sends one message
 *     dispatcher B     |- sees dueAt 10:00 -|- 10:00 → 12:01, not held -|   sends none
 *
 * A member whose sweep never reports back is claimed again once `forMs` has passed. An answer that is lost on its way
 * costs that member this round, not the day.
 */
export async function* claimDue(table: Table, now: number, forMs: number): AsyncGenerator<Listed> {
  for await (const { memberId, dueAt } of listDue(table, now)) {
    let record: Record<string, unknown> | undefined;
    const claim = table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: memberKey(memberId),
        UpdateExpression: "SET dueAt = :until",
        ConditionExpression: "dueAt = :seen AND dueAt <= :now",
        ExpressionAttributeValues: { ":until": now + forMs, ":seen": dueAt, ":now": now },
        ReturnValues: "ALL_NEW",
      }),
    );
    const mine = await held(
      claim.then(({ Attributes }) => {
        record = Attributes;
      }),
    );
    if (!mine) continue;
    try {
      yield { ok: true, member: memberOf(record) };
    } catch (fault) {
      yield { ok: false, memberId, fault };
    }
  }
}

/** Shard by shard, earliest first within each; whose time is moved meanwhile may come twice. */
export async function* listDue(
  table: Table,
  until: number,
  firstShard = 0,
): AsyncGenerator<{ memberId: string; dueAt: number }> {
  for (let count = 0; count < dueShards; count++) {
    const shard = (firstShard + count) % dueShards;
    let from: Record<string, unknown> | undefined;
    do {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: "due",
          KeyConditionExpression: "duePk = :shard AND dueAt <= :until",
          ExpressionAttributeValues: { ":shard": `due#${shard}`, ":until": until },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      for (const item of page.Items ?? []) {
        const { pk, dueAt } = indexed.parse(item);
        yield { memberId: pk.slice(memberPk("").length), dueAt };
      }
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
}
