import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { memberPk, type Table } from "./table.ts";

/** What a member's record says of their session, beside what a `Member` holds. */
export interface Connection {
  /** Of the session in use, or last in use; null after a disconnect, and before the first. */
  readonly version: string | null;
  /** How often the member disconnected: what was given before the last time is not to be taken any more. */
  readonly disconnects: number;
}

const stored = z.object({ version: z.string().optional(), disconnects: z.number().optional() });

/** Null where there is no such member. */
export async function connectionOf(
  { client, name: TableName }: Table,
  memberId: string,
): Promise<Connection | null> {
  const Key = { pk: memberPk(memberId), sk: "member" };
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  if (Item === undefined) return null;
  const { version, disconnects } = stored.parse(Item);
  return { version: version ?? null, disconnects: disconnects ?? 0 };
}
