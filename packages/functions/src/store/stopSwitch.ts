import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import type { Table } from "./table.ts";

/** An operator's word that everything is to stop. */
export interface Stop {
  /** For operators alone: no member is shown it. Empty where none was given. */
  readonly reason: string;
  /** ms since 1970. */
  readonly since: number;
}

/** One item for the whole table. While it is there, no sweep is sent, no browser opened and nothing clicked. */
export interface StopSwitch {
  /** Null while nothing is stopped. Read consistently, each time anew; rejects where that cannot be known. */
  get(): Promise<Stop | null>;
  /** Where everything is stopped already, it stays so since then; null leaves the reason as it is, too. */
  set(reason: string | null): Promise<Stop>;
  /** Resolves to the stop that is over, `unreadable` where that held all the same; null where there was none. */
  clear(): Promise<Stop | "unreadable" | null>;
}

const Key = { pk: "switch", sk: "stop" };
const stored = z.object({ reason: z.string(), since: z.number() });

/** @param now ms since 1970 */
export function stopSwitch({ client, name: TableName }: Table, now: () => number): StopSwitch {
  const read = async () => (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    get: async () => {
      const item = await read();
      if (item === undefined) return null;
      const stop = stopIn(item);
      // Somebody wrote there by hand, so somebody wanted a stop: nothing goes on until it can be read.
      if (stop === null)
        throw new StoredStateError("The stop switch cannot be read: 'lapse stop' puts it right.");
      return stop;
    },
    set: async (reason) => {
      const before = stopIn(await read());
      const stop = { reason: reason ?? before?.reason ?? "", since: before?.since ?? now() };
      await client.send(new PutCommand({ TableName, Item: { ...Key, ...stop } }));
      return stop;
    },
    clear: async () => {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName, Key, ReturnValues: "ALL_OLD" }),
      );
      return Attributes === undefined ? null : (stopIn(Attributes) ?? "unreadable");
    },
  };
}

function stopIn(item: unknown): Stop | null {
  const { success, data } = stored.safeParse(item);
  return success ? { reason: data.reason, since: data.since } : null;
}
