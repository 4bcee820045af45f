import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { tableDefinition } from "../../../packages/functions/src/store/table.ts";
import { all, tableNameOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const tableProps = z.object({
  attributes: z.array(z.object({ name: z.string(), type: z.string() })),
  billingMode: z.string(),
  hashKey: z.string(),
  rangeKey: z.string(),
  globalSecondaryIndexes: z.array(
    z.object({ name: z.string(), hashKey: z.string(), rangeKey: z.string(), projectionType: z.string() }),
  ),
  deletionProtectionEnabled: z.boolean().optional(),
  pointInTimeRecovery: z.object({ enabled: z.boolean() }).optional(),
  serverSideEncryption: z.object({ enabled: z.boolean() }).optional(),
  ttl: z.object({ attributeName: z.string(), enabled: z.boolean() }).optional(),
});
type Table = z.output<typeof tableProps>;

export const recovery: Rule = {
  name: "the table can be restored",
  holds:
    "There is one table, which every function uses and which can be restored to any second of the last weeks; in production it refuses to be deleted. Of one that was restored in its place, only an operator can see to that (docs/operations.md).",
  check: (program) => {
    const tables = all(program, "aws:dynamodb/table:Table");
    const restored = program.reads.filter(({ type }) => type === "aws:dynamodb/table:Table");
    if (tables.length + restored.length !== 1) {
      return [
        {
          resource: "table",
          fault: `is there ${tables.length + restored.length} times`,
          remedy: "keep the one of infra/storage.ts",
        },
      ];
    }
    const [used, known] = [tableNameOf(program), restored[0]?.id ?? tables[0]?.props["name"]];
    if (used !== known) {
      const remedy = "link the one table in infra/links.ts";
      return [{ resource: "MemberTable", fault: `is ${used}, and the table is ${String(known)}`, remedy }];
    }
    return tables.flatMap(({ name: resource, props }): Violation[] => {
      const { pointInTimeRecovery, deletionProtectionEnabled } = tableProps.parse(props);
      return [
        ...(pointInTimeRecovery?.enabled === true
          ? []
          : [
              {
                resource,
                fault: "has no point-in-time recovery",
                remedy: "set pointInTimeRecovery in infra/storage.ts",
              },
            ]),
        ...(deletionProtectionEnabled === true || program.stage !== "production"
          ? []
          : [
              {
                resource,
                fault: "can be deleted in production",
                remedy: "set deletionProtection in infra/storage.ts",
              },
            ]),
      ];
    });
  },
};

export const tableShape: Rule = {
  name: "the table is the one the code knows",
  holds:
    "The table has the keys and the index that the functions use (packages/functions/src/store/table.ts), is paid by request, encrypted with a key in KMS, and forgets by the attribute `ttl`.",
  check: (program) =>
    all(program, "aws:dynamodb/table:Table").flatMap(({ name: resource, props }): Violation[] => {
      const table = tableProps.parse(props);
      const remedy = "see infra/storage.ts";
      return [
        ...(isDeepStrictEqual(shapeOf(table), tableDefinition)
          ? []
          : [{ resource, fault: "has other keys or another index than the code", remedy }]),
        ...(table.serverSideEncryption?.enabled === true
          ? []
          : [{ resource, fault: "is not encrypted with a key in KMS", remedy }]),
        ...(table.ttl?.enabled === true && table.ttl.attributeName === "ttl"
          ? []
          : [{ resource, fault: "does not forget by the attribute ttl", remedy }]),
      ];
    }),
};

/** As the definition in the code says it. */
function shapeOf({ billingMode, hashKey, rangeKey, attributes, globalSecondaryIndexes }: Table) {
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  return {
    BillingMode: billingMode,
    KeySchema: keys(hashKey, rangeKey),
    AttributeDefinitions: attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    GlobalSecondaryIndexes: globalSecondaryIndexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.hashKey, index.rangeKey),
      Projection: { ProjectionType: index.projectionType },
    })),
  };
}
