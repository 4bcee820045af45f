import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { OperatorError } from "@lapse/functions/errors";
import type { StopSwitch } from "@lapse/functions/store/stopSwitch";
import { tableDefinition } from "@lapse/functions/store/table";
import { dataFolder } from "../command/dataFolder.ts";
import { UsageError } from "../command/usage.ts";

/** Where the switch is, as `--data` and `--table` say it. */
export interface Where {
  readonly data?: string | undefined;
  readonly table?: string | undefined;
}

/** Uses the stop switch of a data directory, or of a table on AWS. Throws UsageError, StackRefused and OperatorError. */
export async function withSwitch<T>(
  { data, table }: Where,
  report: (line: string) => void,
  use: (stopSwitch: StopSwitch) => Promise<T>,
): Promise<T> {
  if (table === undefined) {
    const { withStack } = await import("../stack/attach.ts");
    return withStack(dataFolder(data), report, ({ adapters }) => use(adapters.stopSwitch));
  }
  if (data !== undefined) throw new UsageError("--data and --table are two places: name one of them.");
  if (!/^[\w.-]{3,255}$/.test(table))
    throw new UsageError(`--table must be the name of a table, not "${table}".`);
  const { openTable, storage } = await import("@lapse/functions/adapters/storage");
  const { client, name } = openTable(table);
  try {
    const found = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = found.Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
    // Whoever stops another table believes that all is stopped.
    if (!tableDefinition.GlobalSecondaryIndexes.every(({ IndexName }) => indexes.includes(IndexName)))
      throw new OperatorError(`The table ${name} is not one of Lapse's: nothing was changed.`);
    return await use(storage({ client, name }).stopSwitch);
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : unreached(name, cause);
  } finally {
    client.destroy();
  }
}

/** What AWS said stays out of it, but for its name: it can hold account numbers and more. */
function unreached(table: string, cause: unknown): OperatorError {
  const name = cause instanceof Error ? cause.name : typeof cause;
  const remedy =
    name === "ResourceNotFoundException"
      ? "there is none of that name in this account and region; AWS_REGION names another"
      : name === "CredentialsProviderError"
        ? "there are no AWS credentials; AWS_PROFILE names them, or 'aws sso login' gets them"
        : cause instanceof Error && /^Region is missing/.test(cause.message)
          ? "AWS_REGION does not say in which region it is"
          : `${name}; nothing is known to have been changed`;
  return new OperatorError(`The table ${table} cannot be reached: ${remedy}.`, cause);
}
