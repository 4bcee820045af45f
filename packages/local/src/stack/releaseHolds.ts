import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";

/**
 * Gives back what a stack that is gone still holds: every member's lease, the errands that a worker took, and the dispatcher's claim on members whose
 * sweep never came to its end. Right after the start of the only instance on this table no sweep can be running;
 * waiting for them to expire would only waste the member's time.
 */
export async function releaseHolds(client: DynamoDBClient, table: string): Promise<void> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression:
        "sk = :lease OR begins_with(sk, :errand) OR (sk = :member AND #session = :sealed AND dueAt > nextSweepAt)",
      ExpressionAttributeNames: { "#session": "session" },
      ExpressionAttributeValues: {
        ":lease": { S: "lease" },
        ":errand": { S: "errand#" },
        ":member": { S: "member" },
        ":sealed": { S: "sealed" },
      },
    },
  );
  for await (const { Items } of pages) {
    for (const { pk, sk } of Items ?? []) {
      if (pk === undefined || sk === undefined) continue;
      const key = { TableName: table, Key: { pk, sk } };
      if (sk.S === "lease") await client.send(new DeleteItemCommand(key));
      else if (sk.S !== "member") await giveBack(client, key);
      else await client.send(new UpdateItemCommand({ ...key, UpdateExpression: "SET dueAt = nextSweepAt" }));
    }
  }
}

/** As `Errands.giveBack` does: taken by nobody who lives, and begun all the same. */
async function giveBack(client: DynamoDBClient, key: Pick<UpdateItemCommandInput, "TableName" | "Key">) {
  const change = {
    UpdateExpression: "SET takenAt = :over",
    ExpressionAttributeValues: { ":over": { N: "0" } },
  };
  const write = new UpdateItemCommand({
    ...key,
    ...change,
    ConditionExpression: "attribute_exists(takenAt)",
  });
  await client.send(write).catch((cause: unknown) => {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
  });
}
