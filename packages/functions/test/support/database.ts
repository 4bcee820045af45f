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

/** One table for all tests of one file: the members in it are each a test's own. */
export function testTable(): () => Table {
  const database = testDatabase();
  let table: Table | undefined;
  beforeAll(async () => {
    table = await database.table();
  });
  return () => {
    if (table === undefined) throw new Error("the table is there only once the tests have begun");
    return table;
  };
}
