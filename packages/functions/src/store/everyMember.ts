import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { batchesOf } from "../batches.ts";
import { StoredStateError } from "../errors.ts";
import { type BackOff, randomBackOff } from "./backOff.ts";
import { type Listed, listDue } from "./due.ts";
import { memberOf } from "./memberItem.ts";
import { memberKey } from "./members.ts";
import { never, type Table } from "./table.ts";

/** As many as DynamoDB reads in one request (BatchGetItem). */
const batchSize = 100;
const mostAttempts = 8;

/**
 * Every member once, whether anything is due or not. Read a hundred at a time and eventually consistent, which is half
 * the price: a record may be a moment old, so whoever acts on it reads that member again.
 * @param firstShard where in the index to begin, so that who comes last is not always the same
 */
export async function* everyMember(
  table: Table,
  firstShard = 0,
  backOff: BackOff = randomBackOff,
): AsyncGenerator<Listed> {
  for await (const ids of batchesOf(everyId(table, firstShard), batchSize)) {
    const { records, unread } = await readRecords(table, ids, backOff);
    for (const memberId of ids) {
      if (unread.has(memberId)) yield { ok: false, memberId, fault: unread.get(memberId) };
      const record = records.get(memberId);
      // The index is read a little late: who has left since is not there.
      if (record === undefined) continue;
      try {
        yield { ok: true, member: memberOf(record) };
      } catch (fault) {
        yield { ok: false, memberId, fault };
      }
    }
  }
}

/** A member whose due time moves while the index is read is in it twice. */
async function* everyId(table: Table, firstShard: number): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const { memberId } of listDue(table, never, firstShard)) {
    if (seen.has(memberId)) continue;
    seen.add(memberId);
    yield memberId;
  }
}

interface Read {
  readonly records: ReadonlyMap<string, Record<string, unknown>>;
  /** Those that DynamoDB left unread to the last, each with the fault. */
  readonly unread: ReadonlyMap<string, unknown>;
}

/** DynamoDB may answer a part only, when it is busy or the answer too long, and says which keys are left. */
async function readRecords({ client, name }: Table, ids: readonly string[], backOff: BackOff): Promise<Read> {
  const idOf = new Map(ids.map((id) => [memberKey(id).pk, id]));
  const records = new Map<string, Record<string, unknown>>();
  let Keys: Record<string, unknown>[] = ids.map(memberKey);
  for (let attempt = 0; attempt < mostAttempts && Keys.length > 0; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys } } }),
    );
    for (const item of Responses?.[name] ?? []) records.set(idOf.get(String(item["pk"])) ?? "", item);
    Keys = UnprocessedKeys?.[name]?.Keys ?? [];
  }
  const fault = new StoredStateError("The table did not read everything that it was asked to.");
  return { records, unread: new Map(Keys.map(({ pk }) => [idOf.get(String(pk)) ?? "", fault])) };
}
