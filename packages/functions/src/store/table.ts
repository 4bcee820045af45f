import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The one table, and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** How many partitions the index of due members is spread over. Changing it means rewriting every member. */
export const dueShards = 8;

/** The last instant that a Date can hold: the due time of a member whom nothing may be swept for. */
export const never = 8_640_000_000_000_000;

/**
 * The table as data, without its name: the local stack creates it from here and the infrastructure is tested against it.
 * Items: `member#<id>` with sort keys `member`, `session`, `lease` and `event#…`; `email#<hash>` with sort key `email`;
 * `switch` with sort key `stop`, while everything is stopped.
 * The index holds keys only: a member who is found in it is read, or claimed, in the table itself.
 */
export const tableDefinition = {
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "sk", AttributeType: "S" },
    { AttributeName: "duePk", AttributeType: "S" },
    { AttributeName: "dueAt", AttributeType: "N" },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: "due",
      KeySchema: [
        { AttributeName: "duePk", KeyType: "HASH" },
        { AttributeName: "dueAt", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    },
  ],
} satisfies Omit<CreateTableCommandInput, "TableName">;

/** A member's id as we make them. What comes from outside becomes part of a key only where it looks like one. */
export function isMemberId(text: string): boolean {
  return /^[\w-]{1,128}$/.test(text);
}

export const memberPk = (memberId: string): string => `member#${memberId}`;

/** The member's shard follows from the id, so that every writer agrees on it (FNV-1a, 32 bits). */
export function duePk(memberId: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(memberId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `due#${hash % dueShards}`;
}
