import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../src/store/table.ts";

type Item = Readonly<Record<string, unknown>>;

/** What the table holds, in the order of its keys: all of it, or one member's partition. */
export async function itemsIn({ client, name }: Table, memberId?: string): Promise<readonly Item[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  const asked = memberId === undefined ? Items : Items.filter(({ pk }) => pk === `member#${memberId}`);
  return asked.sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

/** Its partition and its place in there, in one text. */
export function keyOf({ pk, sk }: Item): string {
  return `${String(pk)} ${String(sk)}`;
}
