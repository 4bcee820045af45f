import { tableDefinition } from "../packages/functions/src/store/table.ts";
import type { Stage } from "./stage.ts";

const kinds = { S: "string", N: "number" } as const;
/** The attribute, in seconds since 1970, after which DynamoDB forgets an item; store/*.ts writes it. */
const ttl = "ttl";

/**
 * The one table, with the keys and the index that the functions and the local stack know. It is encrypted with the key
 * that AWS keeps for DynamoDB in this account: with the key of the sessions, every function would need that key.
 */
export function storage(stage: Stage): sst.aws.Dynamo {
  // The program's own table stays in the account, as production retains it. What a restored one has beside its items
  // (recovery, what it forgets, its protection) is whatever docs/operations.md had somebody set.
  if (stage.restoredTable !== null) return sst.aws.Dynamo.get("Members", stage.restoredTable);
  return new sst.aws.Dynamo("Members", {
    fields: Object.fromEntries(
      tableDefinition.AttributeDefinitions.map(({ AttributeName, AttributeType }) => [
        AttributeName,
        kinds[AttributeType],
      ]),
    ),
    primaryIndex: keysOf(tableDefinition.KeySchema),
    globalIndexes: Object.fromEntries(
      tableDefinition.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [
        IndexName,
        { ...keysOf(KeySchema), projection: "keys-only" as const },
      ]),
    ),
    ttl,
    deletionProtection: stage.production,
    transform: {
      table: {
        // Without a key of our own this is AWS's managed key in KMS, and not the one that DynamoDB keeps to itself.
        serverSideEncryption: { enabled: true },
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      },
    },
  });
}

function keysOf(schema: readonly { readonly AttributeName: string; readonly KeyType: "HASH" | "RANGE" }[]) {
  const [hash, range] = schema;
  if (hash?.KeyType !== "HASH" || range?.KeyType !== "RANGE") {
    throw new Error("The table's definition has a key that is not a hash key and a range key.");
  }
  return { hashKey: hash.AttributeName, rangeKey: range.AttributeName };
}
