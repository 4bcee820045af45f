import { DeleteCommand, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import type { Table } from "./table.ts";

/** An operator's word that everything is to stop. */
export interface Stop {
  /** For operators alone: no member is shown it. */
  readonly reason: string;
  /** ms since 1970. */
  readonly since: number;
}

/** One item for the whole table. While it is there, no sweep is sent, no browser opened and nothing clicked. */
export interface StopSwitch {
  /** Null while nothing is stopped. Read consistently, each time anew; rejects where that cannot be known. */
  get(): Promise<Stop | null>;
  /** Where everything is stopped already, it has been since then, and has a new reason. */
  set(reason: string): Promise<Stop>;
  /** Resolves to the stop that is over; null where there was none. */
  clear(): Promise<Stop | null>;
}

const Key = { pk: "switch", sk: "stop" };
const stored = z.object({ reason: z.string(), since: z.number() });

/** @param now ms since 1970 */
export function stopSwitch({ client, name: TableName }: Table, now: () => number): StopSwitch {
  return {
    get: async () => {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? null : stopOf(Item);
    },
    set: async (reason) => {
      const { Attributes } = await client.send(
        new UpdateCommand({
          ...{ TableName, Key, ReturnValues: "ALL_NEW" },
          UpdateExpression: "SET #reason = :reason, #since = if_not_exists(#since, :now)",
          ExpressionAttributeNames: { "#reason": "reason", "#since": "since" },
          ExpressionAttributeValues: { ":reason": reason, ":now": now() },
        }),
      );
      return stopOf(Attributes);
    },
    clear: async () => {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName, Key, ReturnValues: "ALL_OLD" }),
      );
      // Whatever lay there is gone; what it said matters less than that.
      return stored.safeParse(Attributes).data ?? null;
    },
  };
}

function stopOf(item: unknown): Stop {
  const { success, data } = stored.safeParse(item);
  // Somebody wrote there by hand, so somebody wanted a stop: nothing goes on until it can be read.
  if (!success) throw new StoredStateError("The stop switch cannot be read: 'lapse stop' puts it right.");
  const { reason, since } = data;
  return { reason, since };
}
