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
  /** Deletes whatever was read. */
  remove(memberId: string): Promise<void>;
}

const chunkBytes = 300_000;
const unpackedLimit = 256_000_000;
const attempts = 5;
/** No writer is at it for so long. */
const abandonedAfterMs = 3_600_000;

const head = z.object({ run: z.string(), chunks: z.int().min(1) });
const chunk = z.object({ bytes: z.instanceof(Uint8Array) });

/**
 * Readings in the member's own part of the table, packed, and cut where one item would be too long (400 KB): the
 * pieces are written first, the head that names them last, so that a reader never sees half a reading. Whoever writes
 * a head deletes the pieces of the one that it replaced, and those of writers who died long ago: pieces sort by time.
 * @param newId an id that no other reading has
 */
export function readingStore(table: Table, newId: () => string): Readings {
  const { client, name: TableName } = table;
  const headKey = (memberId: string) => ({ pk: memberPk(memberId), sk: "reading" });
  const remove = (Key: { pk: string; sk: string }) => client.send(new DeleteCommand({ TableName, Key }));
  const removePieces = async (memberId: string, which: (sk: string) => boolean) => {
    for await (const key of keysOf(table, memberPk(memberId), "reading#"))
      if (which(key.sk)) await remove(key);
  };
  return {
    put: async (memberId, reading) => {
      const run = `${time(reading.at)}#${newId()}`;
      const packed = gzipSync(JSON.stringify(reading));
      const chunks = Math.ceil(packed.length / chunkBytes);
      for (let number = 0; number < chunks; number++) {
        const Key = { pk: memberPk(memberId), sk: `${piecesOf(run)}${String(number).padStart(4, "0")}` };
        const bytes = packed.subarray(number * chunkBytes, (number + 1) * chunkBytes);
        await client.send(new PutCommand({ TableName, Item: { ...Key, bytes } }));
      }
      const Item = { ...headKey(memberId), run, chunks };
      const { Attributes } = await client.send(new PutCommand({ TableName, Item, ReturnValues: "ALL_OLD" }));
      const before = head.safeParse(Attributes);
      const replaced = before.success ? piecesOf(before.data.run) : null;
      const abandoned = `reading#${time(reading.at - abandonedAfterMs)}`;
      await removePieces(memberId, (sk) => sk < abandoned || (replaced !== null && sk.startsWith(replaced)));
    },
    get: async (memberId) => {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: headKey(memberId), ConsistentRead: true }),
        );
        if (Item === undefined) return null;
        const { run, chunks } = head.parse(Item);
        const parts: Uint8Array[] = [];
        for await (const item of itemsOf(table, memberPk(memberId), piecesOf(run)))
          parts.push(chunk.parse(item).bytes);
        // Another reading took its place meanwhile: its head is there by now.
        if (parts.length !== chunks) continue;
        return readingRecord.parse(JSON.parse(unpacked(Buffer.concat(parts))));
      }
      throw new StoredStateError("A stored reading lacks a piece.");
    },
    remove: async (memberId) => {
      await remove(headKey(memberId));
      await removePieces(memberId, () => true);
    },
  };
}

/** Whether what is stored is at fault, so that trying again changes nothing. A table that is busy or slow is something else. */
export function cannotBeRead(fault: unknown): boolean {
  return fault instanceof StoredStateError || fault instanceof z.ZodError || fault instanceof SyntaxError;
}

function unpacked(packed: Buffer): string {
  try {
    return gunzipSync(packed, { maxOutputLength: unpackedLimit }).toString("utf8");
  } catch (cause) {
    throw new StoredStateError("A stored reading cannot be unpacked.", cause);
  }
}

function piecesOf(run: string): string {
  return `reading#${run}#`;
}

/** Sorts as the time does. */
function time(at: number): string {
  return String(Math.max(0, Math.floor(at))).padStart(15, "0");
}
