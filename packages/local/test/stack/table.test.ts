import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "@lapse/functions/store/table";
import { describe, expect, test } from "vitest";
import { makeTable } from "../../src/stack/table.ts";

describe("The table", () => {
  test("is reported as spoilt when an earlier run was killed while it was made, and is not touched", async () => {
    const asked: string[] = [];
    const send = async (command: { constructor: { name: string } }) => {
      asked.push(command.constructor.name);
      return { Table: { TableStatus: "CREATING" } };
    };
    const client = { send } as unknown as DynamoDBClient;
    expect(await makeTable(client, "lapse", tableDefinition)).toBe(false);
    expect(asked).toEqual(["DescribeTableCommand"]);
  });
});
