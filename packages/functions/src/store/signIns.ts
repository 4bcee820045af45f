import { createHash } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type ItemKey, keysOf } from "./partition.ts";
import { isMemberId, memberPk, type Table } from "./table.ts";

/** The browsers in which a member is signed in. */
export interface SignIns {
  /** Signs a browser in; resolves to what its cookie holds: the member's id, a dot, and 256 random bits. */
  open(memberId: string): Promise<string>;
  /** The member whom a cookie signs in; null where it is ended, expired, altered or invented. */
  memberId(cookie: string): Promise<string | null>;
  close(cookie: string): Promise<void>;
  /** Ends all of a member's, in every browser. */
  closeAll(memberId: string): Promise<void>;
}

const lastsMs = 30 * 86_400_000;

/**
 * Opaque sign-ins in the member's own part of the table, so that leaving takes them along. Only a hash is stored:
 * whoever reads the table signs in nowhere.
 * @param now ms since 1970
 * @param newSecret 256 random bits as text without dots
 */
export function signInStore(table: Table, now: () => number, newSecret: () => string): SignIns {
  const find = async (cookie: string) => {
    const key = keyOf(cookie);
    if (key === null) return null;
    const command = new GetCommand({ TableName: table.name, Key: key.item, ConsistentRead: true });
    const { Item } = await table.client.send(command);
    // The table forgets expired items days late.
    return Item !== undefined && Number(Item["expiresAt"]) > now() ? key : null;
  };
  const remove = (item: ItemKey) =>
    table.client.send(new DeleteCommand({ TableName: table.name, Key: item }));
  return {
    open: async (memberId) => {
      const cookie = `${memberId}.${newSecret()}`;
      const expiresAt = now() + lastsMs;
      const Item = { ...keyOf(cookie)?.item, expiresAt, ttl: Math.ceil(expiresAt / 1_000) };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return cookie;
    },
    memberId: async (cookie) => (await find(cookie))?.memberId ?? null,
    close: async (cookie) => {
      const key = keyOf(cookie);
      if (key !== null) await remove(key.item);
    },
    closeAll: async (memberId) => {
      for await (const item of keysOf(table, memberPk(memberId), "signin#")) await remove(item);
    },
  };
}

function keyOf(cookie: string): { memberId: string; item: ItemKey } | null {
  const dot = cookie.lastIndexOf(".");
  if (dot < 1 || dot === cookie.length - 1 || cookie.length > 500) return null;
  const memberId = cookie.slice(0, dot);
  if (!isMemberId(memberId)) return null;
  const hash = createHash("sha256")
    .update(cookie.slice(dot + 1))
    .digest("hex");
  return { memberId, item: { pk: memberPk(memberId), sk: `signin#${hash}` } };
}
