import { setTimeout as pause } from "node:timers/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";

type Definition = Omit<CreateTableCommandInput, "TableName">;

/**
 * Makes the table where it is not there yet.
 * @returns false where an earlier run was killed while it made the table: such a table never becomes usable, and
 * nothing was ever written to it.
 */
export async function makeTable(
  client: DynamoDBClient,
  name: string,
  definition: Definition,
): Promise<boolean> {
  const found = await status(client, name);
  if (found === "ACTIVE") return true;
  if (found !== null) return false;
  await client.send(new CreateTableCommand({ ...definition, TableName: name }));
  while ((await status(client, name)) !== "ACTIVE") await pause(5);
  return true;
}

async function status(client: DynamoDBClient, name: string): Promise<string | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}
