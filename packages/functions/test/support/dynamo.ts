import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Table, tableDefinition } from "../../src/store/table.ts";

const dynalite: (options: { createTableMs: number }) => Server = createRequire(import.meta.url)("dynalite");

export interface Database {
  readonly endpoint: string;
  /** A new table of its own, for one test. */
  table(): Promise<Table>;
  stop(): Promise<void>;
}

export const anyKeys = { accessKeyId: "local", secretAccessKey: "local" };

/** A DynamoDB in this process, in memory, on loopback only. */
export async function startDatabase(): Promise<Database> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const plain = new DynamoDBClient({ endpoint, region: "eu-central-1", credentials: anyKeys });
  const client = DynamoDBDocumentClient.from(plain);
  let tables = 0;
  return {
    endpoint,
    table: async () => {
      const name = `lapse-test-${++tables}`;
      await plain.send(new CreateTableCommand({ ...tableDefinition, TableName: name }));
      await settled(plain, name);
      return { client, name };
    },
    stop: async () => {
      plain.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function settled(client: DynamoDBClient, name: string): Promise<void> {
  const { DescribeTableCommand } = await import("@aws-sdk/client-dynamodb");
  for (;;) {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (table?.TableStatus === "ACTIVE") return;
  }
}
