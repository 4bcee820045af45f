import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "./table.ts";

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const itemKey = z.object({ pk: z.string(), sk: z.string() });

/** The items of one partition whose sort key begins so, read consistently, page by page; all where that is empty. */
export async function* itemsOf(
  { client, name }: Table,
  pk: string,
  prefix: string,
  attributes?: string,
): AsyncGenerator<Record<string, unknown>> {
  const begins = prefix === "" ? "" : " AND begins_with(sk, :prefix)";
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: `pk = :pk${begins}`,
        ExpressionAttributeValues: { ":pk": pk, ...(prefix === "" ? {} : { ":prefix": prefix }) },
        ConsistentRead: true,
        ...(attributes === undefined ? {} : { ProjectionExpression: attributes }),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** The keys of those items; without a prefix, of all in the partition. */
export async function* keysOf(table: Table, pk: string, prefix = ""): AsyncGenerator<ItemKey> {
  for await (const item of itemsOf(table, pk, prefix, "pk, sk"))
    yield itemKey.parse({ pk: item["pk"], sk: item["sk"] });
}
