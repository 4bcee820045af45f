import { gunzipSync, gzipSync } from "node:zlib";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Reading } from "@lapse/core/reading/reading";
import { readingRecord } from "@lapse/core/reading/record";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import { itemsOf, keysOf } from "./partition.ts";
import { memberPk, type Table } from "./table.ts";

/** A member's lists as they were read last. */
export interface Readings {
  /** Puts this reading in the place of the one before. */
  put(memberId: string, reading: Reading): Promise<void>;
  /** The last whole reading; null where there is none yet. */
  get(memberId: string): Promise<Reading | null>;
}

const chunkBytes = 300_000;
const unpackedLimit = 256_000_000;

const head = z.object({ run: z.string(), chunks: z.int().min(1) });
const chunk = z.object({ bytes: z.instanceof(Uint8Array) });

/**
 * Readings in the member's own part of the table, packed, and cut where one item would be too long (400 KB): the
 * pieces are written first, the head that names them last, so that a reader never sees half a reading.
 * @param newId an id that no other reading has
 */
export function readingStore(table: Table, newId: () => string): Readings {
  const { client, name: TableName } = table;
  const headKey = (memberId: string) => ({ pk: memberPk(memberId), sk: "reading" });
  const chunkKey = (memberId: string, run: string, number: number) => ({
    pk: memberPk(memberId),
    sk: `reading#${run}#${String(number).padStart(4, "0")}`,
  });
  return {
    put: async (memberId, reading) => {
      const run = newId();
      const packed = gzipSync(JSON.stringify(reading));
      const chunks = Math.max(1, Math.ceil(packed.length / chunkBytes));
      for (let number = 0; number < chunks; number++) {
        const bytes = packed.subarray(number * chunkBytes, (number + 1) * chunkBytes);
        await client.send(new PutCommand({ TableName, Item: { ...chunkKey(memberId, run, number), bytes } }));
      }
      await client.send(new PutCommand({ TableName, Item: { ...headKey(memberId), run, chunks } }));
      for await (const key of keysOf(table, memberPk(memberId), "reading#"))
        if (!key.sk.startsWith(`reading#${run}#`))
          await client.send(new DeleteCommand({ TableName, Key: key }));
    },
    get: async (memberId) => {
      for (let attempt = 0; attempt < 3; attempt++) {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: headKey(memberId), ConsistentRead: true }),
        );
        if (Item === undefined) return null;
        const { run, chunks } = head.parse(Item);
        const parts: Uint8Array[] = [];
        for await (const item of itemsOf(table, memberPk(memberId), `reading#${run}#`))
          parts.push(chunk.parse(item).bytes);
        // Another reading took its place meanwhile: its head is there by now.
        if (parts.length !== chunks) continue;
        const json = gunzipSync(Buffer.concat(parts), { maxOutputLength: unpackedLimit }).toString("utf8");
        return readingRecord.parse(JSON.parse(json));
      }
      throw new StoredStateError("A stored reading lacks a piece.");
    },
  };
}
