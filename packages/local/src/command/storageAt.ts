import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import type { Storage } from "@lapse/functions/adapters/storage";
import { OperatorError } from "@lapse/functions/errors";
import { tableDefinition } from "@lapse/functions/store/table";
import { dataFolder } from "./dataFolder.ts";
import type { Place } from "./place.ts";
import { UsageError } from "./usage.ts";

/** Uses what is stored in a data directory, or in a table on AWS. Throws UsageError, StackRefused and OperatorError. */
export async function withStorage<T>(
  { data, table }: Place,
  report: (line: string) => void,
  use: (storage: Storage) => Promise<T>,
): Promise<T> {
  if (table === undefined) {
    const { withStack } = await import("../stack/attach.ts");
    return withStack(dataFolder(data), report, ({ adapters }) => use(adapters));
  }
  if (data !== undefined) throw new UsageError("--data and --table are two places: name one of them.");
  if (!/^[\w.-]{3,255}$/.test(table))
    throw new UsageError(`--table must be the name of a table, not "${table}".`);
  const { openTable, storage } = await import("@lapse/functions/adapters/storage");
  const { client, name } = openTable(table);
  let found = false;
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
    // Whoever stops another table believes that all is stopped.
    if (!tableDefinition.GlobalSecondaryIndexes.every(({ IndexName }) => indexes.includes(IndexName)))
      throw new OperatorError(`The table ${name} is not one of Lapse's: nothing was changed.`);
    found = true;
    return await use(storage({ client, name }));
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : unreached(name, found, cause);
  } finally {
    client.destroy();
  }
}

/** What AWS said stays out of it, but for its name: it can hold account numbers and more. */
function unreached(table: string, found: boolean, cause: unknown): OperatorError {
  const name = cause instanceof Error ? cause.name : typeof cause;
  if (found)
    return new OperatorError(
      `The table ${table} did not do all that was asked (${name}): run it again, which does what is left.`,
      cause,
    );
  const remedy =
    name === "ResourceNotFoundException"
      ? "there is none of that name in this account and region; AWS_REGION names another"
      : name === "CredentialsProviderError"
        ? "there are no AWS credentials; AWS_PROFILE names them, or 'aws sso login' gets them"
        : cause instanceof Error && /^Region is missing/.test(cause.message)
          ? "AWS_REGION does not say in which region it is"
          : `${name}; nothing was changed`;
  return new OperatorError(`The table ${table} cannot be reached: ${remedy}.`, cause);
}
