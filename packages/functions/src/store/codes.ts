import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "@lapse/core/policy/policy";
import { policySchema } from "@lapse/core/policy/schema";
import * as z from "zod";
import { held } from "./condition.ts";
import { emailHash, emailPk } from "./emailKey.ts";
import type { ItemKey } from "./partition.ts";
import type { Table } from "./table.ts";

/** What the right code is to bring about. */
export type Wish = { readonly kind: "sign-up"; readonly policy: Policy } | { readonly kind: "sign-in" };

/** What a browser is waiting for a code for. */
export interface Waiting {
  readonly email: string;
  readonly wish: Wish;
}

/** Codes that were mailed and not typed yet, each bound to the browser that asked for it. */
export interface Codes {
  /** Resolves to what the browser's cookie holds: the address hashed, a dot, and 256 random bits. */
  open(waiting: Waiting, code: string): Promise<string>;
  /** Puts another code in the place of this browser's, with tries of its own; null where it waits for none. */
  renew(cookie: string, code: string): Promise<Waiting | null>;
  /** What this browser waits for, whether its code still holds or a new one is needed; null where for nothing. */
  waiting(cookie: string): Promise<Waiting | null>;
  /** Takes the code, once; null where it is wrong, expired, used, tried too often, or another browser's. */
  redeem(cookie: string, code: string): Promise<Waiting | null>;
}

export const codeHoldsMs = 10 * 60_000;
/** How long a browser may ask for a new code in place of one that ran out. */
export const codeRenewableMs = 60 * 60_000;
export const mostTries = 5;

const stored = z.object({
  email: z.string(),
  wish: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("sign-up"), policy: policySchema }),
    z.object({ kind: z.literal("sign-in") }),
  ]),
  salt: z.string().min(16),
  proof: z.string().min(16),
  /** ms since 1970 */
  forgetAt: z.number(),
});

/**
 * Codes in the address's own part of the table, so that leaving takes them along. Neither the code nor the browser's
 * secret is stored: the proof is keyed with that secret, so whoever reads the table cannot try out the million codes.
 * @param now ms since 1970
 * @param newSecret 256 random bits as text without dots
 */
export function codeStore(table: Table, now: () => number, newSecret: () => string): Codes {
  const { client, name: TableName } = table;
  const find = async (key: CookieKey | null) => {
    if (key === null) return null;
    const { Item } = await client.send(new GetCommand({ TableName, Key: key.item, ConsistentRead: true }));
    const found = Item === undefined ? null : stored.parse(Item);
    return found !== null && found.forgetAt > now() ? found : null;
  };
  const fresh = (secret: string, code: string) => {
    const salt = newSecret();
    return { salt, proof: proofOf(secret, salt, code), tries: 0, expiresAt: now() + codeHoldsMs };
  };
  /** Counted before it is compared: of many tries at once no more than five are compared at all. */
  const countTry = async ({ item }: CookieKey) => {
    const update = new UpdateCommand({
      ...{ TableName, Key: item, ReturnValues: "ALL_NEW" },
      UpdateExpression: "ADD tries :one",
      ConditionExpression: "tries < :most AND expiresAt > :now",
      ExpressionAttributeValues: { ":one": 1, ":most": mostTries, ":now": now() },
    });
    const found: unknown[] = [];
    const counted = await held(client.send(update).then(({ Attributes }) => found.push(Attributes)));
    return counted ? stored.parse(found[0]) : null;
  };
  return {
    open: async ({ email, wish }, code) => {
      const secret = newSecret();
      const cookie = `${emailHash(email)}.${secret}`;
      const forgetAt = now() + codeRenewableMs;
      const rest = { ...fresh(secret, code), forgetAt, ttl: Math.ceil(forgetAt / 1_000) };
      const Item = { ...keyOf(cookie)?.item, email, wish, ...rest };
      await client.send(new PutCommand({ TableName, Item }));
      return cookie;
    },
    waiting: async (cookie) => waitingIn(await find(keyOf(cookie))),
    renew: async (cookie, code) => {
      const key = keyOf(cookie);
      const found = await find(key);
      if (key === null || found === null) return null;
      const { salt, proof, expiresAt } = fresh(key.secret, code);
      const update = new UpdateCommand({
        ...{ TableName, Key: key.item },
        UpdateExpression: "SET salt = :salt, proof = :proof, tries = :none, expiresAt = :at",
        // A code that was used meanwhile does not come to life again.
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":salt": salt, ":proof": proof, ":none": 0, ":at": expiresAt },
      });
      return (await held(client.send(update))) ? waitingIn(found) : null;
    },
    redeem: async (cookie, code) => {
      const key = keyOf(cookie);
      const found = key === null ? null : await countTry(key);
      if (key === null || found === null) return null;
      if (!same(found.proof, proofOf(key.secret, found.salt, code))) return null;
      const remove = new DeleteCommand({
        ...{ TableName, Key: key.item },
        ConditionExpression: "salt = :salt AND expiresAt > :now",
        ExpressionAttributeValues: { ":salt": found.salt, ":now": now() },
      });
      return (await held(client.send(remove))) ? waitingIn(found) : null;
    },
  };
}

interface CookieKey {
  readonly secret: string;
  readonly item: ItemKey;
}

function keyOf(cookie: string): CookieKey | null {
  const [, hash, secret] = /^([0-9a-f]{64})\.([^.]{16,200})$/.exec(cookie) ?? [];
  if (hash === undefined || secret === undefined) return null;
  const browser = createHash("sha256").update(secret).digest("hex");
  return { secret, item: { pk: emailPk(hash), sk: `code#${browser}` } };
}

function waitingIn(found: z.output<typeof stored> | null): Waiting | null {
  return found === null ? null : { email: found.email, wish: found.wish };
}

function proofOf(secret: string, salt: string, code: string): string {
  return createHmac("sha256", secret).update(`${salt}.${code}`).digest("base64url");
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
