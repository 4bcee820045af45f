import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../src/store/table.ts";

/** What lies between a store and its table: it may delay a request, lose it, or lose its answer. */
export type Line = <T>(name: string, request: () => T) => Promise<T>;

const direct: Line = async (_, request) => request();

/**
 * As much of the table as a ledger needs, in memory, with every request going over a line of the test's own. What it
 * can do is what the emulator does; it is here because thousands of interleavings over a socket take minutes.
 */
export function memoryTable(line: Line = direct): Table {
  const items = new Map<string, Record<string, unknown>>();
  const put = ({ Item = {}, ConditionExpression }: PutCommand["input"]) => {
    if (ConditionExpression !== "attribute_not_exists(pk)") throw new Error("an unknown condition");
    if (items.has(nameOf(Item)))
      throw new ConditionalCheckFailedException({ message: "it is there", $metadata: {} });
    items.set(nameOf(Item), structuredClone(Item));
    return {};
  };
  const get = ({ Key = {} }: GetCommand["input"]) => ({ Item: structuredClone(items.get(nameOf(Key))) });
  const query = ({ ExpressionAttributeValues: values = {} }: QueryCommand["input"]) => {
    const { ":pk": pk, ":prefix": prefix = "" } = values;
    const found = [...items.values()].filter((item) => {
      return item["pk"] === pk && String(item["sk"]).startsWith(String(prefix));
    });
    const sorted = found.sort((a, b) => (String(a["sk"]) < String(b["sk"]) ? -1 : 1));
    return { Items: structuredClone(sorted) };
  };
  const send = (command: unknown) => {
    if (command instanceof PutCommand) return line("put", () => put(command.input));
    if (command instanceof GetCommand) return line("get", () => get(command.input));
    if (command instanceof QueryCommand) return line("query", () => query(command.input));
    throw new Error("this table does not know that command");
  };
  return { client: { send } as unknown as Table["client"], name: "in memory" };
}

function nameOf(key: Record<string, unknown>): string {
  return `${String(key["pk"])} ${String(key["sk"])}`;
}
