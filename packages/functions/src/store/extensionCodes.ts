import { createHash } from "node:crypto";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { held } from "./condition.ts";
import { type ItemKey, keysOf } from "./partition.ts";
import { isMemberId, memberPk, type Table } from "./table.ts";

/** What lets the extension hand over a session in a member's name: once, and for a short while. */
export interface ExtensionCodes {
  /** Makes a code and ends those made before it. It holds the member's id, a dot, and 256 random bits. */
  open(memberId: string): Promise<string>;
  /** The member whose code this is, and the code is used up; null where it is used, expired, altered or invented. */
  use(code: string): Promise<string | null>;
  /** Ends every code of the member's. */
  closeAll(memberId: string): Promise<void>;
}

/** How long a code lasts, in minutes. */
export const codeMinutes = 10;

/**
 * Codes in the member's own part of the table, so that leaving takes them along. Only a hash is stored.
 * @param now ms since 1970
 * @param newSecret 256 random bits as text without dots
 */
export function extensionCodeStore(table: Table, now: () => number, newSecret: () => string): ExtensionCodes {
  const { client, name: TableName } = table;
  const closeAll = async (memberId: string) => {
    for await (const Key of keysOf(table, memberPk(memberId), "extension#"))
      await client.send(new DeleteCommand({ TableName, Key }));
  };
  return {
    closeAll,
    open: async (memberId) => {
      await closeAll(memberId);
      const secret = newSecret();
      const expiresAt = now() + codeMinutes * 60_000;
      const Item = { ...keyOf(memberId, secret), expiresAt, ttl: Math.ceil(expiresAt / 1_000) };
      await client.send(new PutCommand({ TableName, Item }));
      return `${memberId}.${secret}`;
    },
    use: async (code) => {
      const dot = code.lastIndexOf(".");
      if (dot < 1 || dot === code.length - 1 || code.length > 500) return null;
      const memberId = code.slice(0, dot);
      if (!isMemberId(memberId)) return null;
      // Of two that come at once, one deletes. The table forgets expired items days late, so the time is compared.
      const used = await held(
        client.send(
          new DeleteCommand({
            TableName,
            Key: keyOf(memberId, code.slice(dot + 1)),
            ConditionExpression: "expiresAt > :now",
            ExpressionAttributeValues: { ":now": now() },
          }),
        ),
      );
      return used ? memberId : null;
    },
  };
}

function keyOf(memberId: string, secret: string): ItemKey {
  return {
    pk: memberPk(memberId),
    sk: `extension#${createHash("sha256").update(secret).digest("hex")}`,
  };
}
