import { BatchWriteCommand, DeleteCommand, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
import { emailKey } from "./emailKey.ts";
import { type ItemKey, keysOf } from "./partition.ts";
import { memberPk, never, type Table } from "./table.ts";

/**
 * First what acts: the record says that nothing is to be done, and with the lease a sweep that is running loses its
 * right to click. Then what is stored, the address with it, while the sign-in still lets the member try again; the
 * record goes next to last, so that until then whoever does it again finds the address in it.
 */
export async function leaveMember(table: Table, memberId: string): Promise<void> {
  const { client, name: TableName } = table;
  const Key = { pk: memberPk(memberId), sk: "member" };
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  if (Item !== undefined) {
    await stopAll(table, Key).catch((fault: unknown) => orOnlyItsTurns(table, Key, fault));
    for (const sk of ["session", "candidate", "lease"])
      await client.send(new DeleteCommand({ TableName, Key: { pk: Key.pk, sk } }));
    await emptyPartition(table, Key.pk, (sk) => sk === "member" || sk.startsWith("signin#"));
    await forgetEmail(table, String(Item["email"]), memberId);
    await client.send(new DeleteCommand({ TableName, Key }));
  }
  // Sign-ins, and what a page or a sweep wrote meanwhile.
  await emptyPartition(table, Key.pk);
}

/** Deletes what was written for a member in the moment in which they left; of one who is there it touches nothing. */
export async function clearGone(table: Table, memberId: string): Promise<boolean> {
  const Key = { pk: memberPk(memberId), sk: "member" };
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
  );
  if (Item !== undefined) return false;
  await emptyPartition(table, Key.pk);
  return true;
}

/** The revision goes on, so that a change of the policy that is under way does not end the pause. */
function stopAll(table: Table, Key: ItemKey): Promise<boolean> {
  return held(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression:
          "SET #policy.paused = :true, revision = revision + :one, mail = :off, #session = :none, startedAt = :null, dueAt = :never REMOVE #version ADD disconnects :one",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#policy": "policy", "#session": "session", "#version": "version" },
        ExpressionAttributeValues: {
          ...{ ":true": true, ":one": 1, ":off": "off", ":none": "none", ":null": null, ":never": never },
        },
      }),
    ),
  );
}

/**
 * DynamoDB refuses to change what is not there, such as the pause of a record without a policy. A record of that kind
 * cannot be read, so nothing acts by it; it must be possible to delete it all the same.
 */
async function orOnlyItsTurns({ client, name }: Table, Key: ItemKey, fault: unknown): Promise<void> {
  if (!(fault instanceof Error && fault.name === "ValidationException")) throw fault;
  await held(
    client.send(
      new UpdateCommand({
        TableName: name,
        Key,
        UpdateExpression: "SET dueAt = :never",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":never": never },
      }),
    ),
  );
}

/** Only where the address is still this member's: after a first attempt somebody may have signed up with it again. */
async function forgetEmail(table: Table, email: string, memberId: string): Promise<void> {
  const Key = emailKey(email);
  await emptyPartition(table, Key.pk, (sk) => sk === Key.sk);
  await held(
    table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key,
        ConditionExpression: "memberId = :id",
        ExpressionAttributeValues: { ":id": memberId },
      }),
    ),
  );
}

/** As many as DynamoDB takes in one request. */
const batchSize = 25;
const mostAttempts = 8;

/** Deletes what lies in a partition, but for what is spared. What is gone already is no fault. */
async function emptyPartition(
  table: Table,
  pk: string,
  spared: (sk: string) => boolean = () => false,
): Promise<void> {
  let batch: ItemKey[] = [];
  for await (const key of keysOf(table, pk)) {
    if (spared(key.sk)) continue;
    batch.push(key);
    if (batch.length < batchSize) continue;
    await deleteAll(table, batch);
    batch = [];
  }
  await deleteAll(table, batch);
}

/** DynamoDB may leave a part of a batch undone when it is busy, and says which. */
async function deleteAll({ client, name }: Table, keys: readonly ItemKey[]): Promise<void> {
  let open: { DeleteRequest: { Key: Record<string, unknown> } }[] = keys.map((Key) => ({
    DeleteRequest: { Key: { ...Key } },
  }));
  for (let attempt = 0; attempt < mostAttempts && open.length > 0; attempt++) {
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [name]: open } }));
    open = (UnprocessedItems?.[name] ?? []).flatMap(({ DeleteRequest }) =>
      DeleteRequest?.Key === undefined ? [] : [{ DeleteRequest: { Key: DeleteRequest.Key } }],
    );
  }
  if (open.length > 0)
    throw new StoredStateError("The table did not delete everything that it was asked to.");
}
