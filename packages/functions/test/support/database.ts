import { afterAll, beforeAll } from "vitest";
import type { Table } from "../../src/store/table.ts";
import { type Database, startDatabase } from "./dynamo.ts";

/** A DynamoDB for the tests of one file, ended with them; each call of `table` gives a new table. */
export function testDatabase(): { table(): Promise<Table> } {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await startDatabase();
  });
  afterAll(() => database?.stop());
  return {
    table: () => {
      if (database === undefined) throw new Error("a table is there only once the tests have begun");
      return database.table();
    },
  };
}
