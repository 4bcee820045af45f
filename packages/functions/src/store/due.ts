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

/** As listed, or why nobody could claim this one: whether the claim was made is not known. */
export type Claimed =
  | Listed
  | { readonly ok: false; readonly unclaimed: true; readonly memberId: string; readonly fault: unknown };

interface Due {
  readonly memberId: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

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
 *
 * Claims are made side by side, one in each shard. Each costs the index two writes, as it moves the member within their
 * shard, and a partition takes 1,000 a second: at 8 ms a claim, a shard sees 250. Far more at once, and the index would
 * hold back every write to the table.
 */
export async function* claimDue(table: Table, now: number, forMs: number): AsyncGenerator<Claimed> {
  for await (const round of listAcross(table, now)) {
    const claims = await Promise.all(round.map((due) => claimOne(table, due, now, forMs)));
    for (const claimed of claims) if (claimed !== null) yield claimed;
  }
}

/** Never throws, so that those who were claimed beside it are not lost with it; null where another dispatcher has them. */
async function claimOne(
  { client, name }: Table,
  { memberId, dueAt }: Due,
  now: number,
  forMs: number,
): Promise<Claimed | null> {
  let record: Record<string, unknown> | undefined;
  const claim = client.send(
    new UpdateCommand({
      TableName: name,
      Key: memberKey(memberId),
      UpdateExpression: "SET dueAt = :until",
      ConditionExpression: "dueAt = :seen AND dueAt <= :now",
      ExpressionAttributeValues: { ":until": now + forMs, ":seen": dueAt, ":now": now },
      ReturnValues: "ALL_NEW",
    }),
  );
  try {
    const mine = await held(
      claim.then(({ Attributes }) => {
        record = Attributes;
      }),
    );
    if (!mine) return null;
  } catch (fault) {
    return { ok: false, unclaimed: true, memberId, fault };
  }
  try {
    return { ok: true, member: memberOf(record) };
  } catch (fault) {
    return { ok: false, memberId, fault };
  }
}

/** Rounds of one member from each shard that has somebody left, earliest first within each. */
async function* listAcross(table: Table, until: number): AsyncGenerator<Due[]> {
  let shards = Array.from({ length: dueShards }, (_, shard) => listShard(table, shard, until));
  while (shards.length > 0) {
    const next = await Promise.all(shards.map(async (shard) => ({ shard, found: await shard.next() })));
    const round = next.flatMap(({ shard, found: { done, value } }) => (done ? [] : [{ shard, due: value }]));
    shards = round.map(({ shard }) => shard);
    if (round.length > 0) yield round.map(({ due }) => due);
  }
}

/** Shard by shard, earliest first within each; whose time is moved meanwhile may come twice. */
export async function* listDue(table: Table, until: number, firstShard = 0): AsyncGenerator<Due> {
  for (let count = 0; count < dueShards; count++)
    yield* listShard(table, (firstShard + count) % dueShards, until);
}

async function* listShard(table: Table, shard: number, until: number): AsyncGenerator<Due> {
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
