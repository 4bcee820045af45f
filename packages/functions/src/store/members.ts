import { createHash } from "node:crypto";
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Member } from "@lapse/core/member/member";
import type { Policy } from "@lapse/core/policy/policy";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
import { memberItem, memberOf } from "./memberItem.ts";
import { memberPk, never, type Table } from "./table.ts";

/** The members. Every write is one item with a condition; those that resolve to a boolean say whether it held. */
export interface Members {
  /** False where the address is known already: then nothing was changed. */
  add(member: Member): Promise<boolean>;
  /** Rejects with a MemberRecordError where the record can't be what we wrote. */
  get(memberId: string): Promise<Member | null>;
  findByEmail(email: string): Promise<Member | null>;
  updatePolicy(memberId: string, policy: Policy): Promise<boolean>;
  setMail(memberId: string, mail: Member["mail"]): Promise<boolean>;
  /** @param slot the time, in ms, of the digest that was dealt with */
  setLastDigestSlot(memberId: string, slot: number): Promise<boolean>;
  /** A session was sealed under this version: the member is swept from `firstSweepAt` (ms) on. */
  sessionSealed(memberId: string, version: string, firstSweepAt: number): Promise<boolean>;
  /** The session of this version is out of use: nothing is due any more. False where another was connected since. */
  sessionRetired(memberId: string, version: string): Promise<boolean>;
  /** The sweep that was due is over; the next is at `nextSweepAt` (ms). False where another session was connected since. */
  finishSweep(memberId: string, version: string, nextSweepAt: number): Promise<boolean>;
}

export function members(table: Table): Members {
  const update = (memberId: string, change: string, values: Record<string, unknown>, condition?: string) =>
    held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: memberKey(memberId),
          UpdateExpression: change,
          // Without it, an update of a member who has left would make a ghost.
          ConditionExpression: `attribute_exists(pk)${condition === undefined ? "" : ` AND ${condition}`}`,
          ExpressionAttributeValues: values,
          ...names(`${change} ${condition ?? ""}`),
        }),
      ),
    );
  const get = async (memberId: string) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: memberKey(memberId), ConsistentRead: true }),
    );
    return Item === undefined ? null : memberOf(Item);
  };
  return {
    get,
    add: async (member) => {
      const id = await claimEmail(table, member);
      // The address of a sign-up that died between its two writes keeps its id and is finished by the next.
      return putNew(table, memberItem({ ...member, id }));
    },
    findByEmail: async (email) => {
      const id = await idOfEmail(table, email);
      return id === null ? null : get(id);
    },
    updatePolicy: (id, policy) => update(id, "SET #policy = :policy", { ":policy": policy }),
    setMail: (id, mail) => update(id, "SET #mail = :mail", { ":mail": mail }),
    setLastDigestSlot: (id, slot) => update(id, "SET #lastDigestSlot = :slot", { ":slot": slot }),
    sessionSealed: (id, version, at) =>
      update(id, "SET #session = :sealed, #version = :version, #nextSweepAt = :at, #dueAt = :at", {
        ...{ ":sealed": "sealed", ":version": version, ":at": at },
      }),
    sessionRetired: (id, version) =>
      update(
        id,
        "SET #session = :out, #dueAt = :never",
        { ":out": "out-of-use", ":never": never, ":version": version },
        "#version = :version",
      ),
    finishSweep: (id, version, at) =>
      update(
        id,
        "SET #nextSweepAt = :at, #dueAt = :at",
        { ":at": at, ":version": version, ":sealed": "sealed" },
        "#version = :version AND #session = :sealed",
      ),
  };
}

export function memberKey(memberId: string): { pk: string; sk: string } {
  return { pk: memberPk(memberId), sk: "member" };
}

/** One address is one item, so that two sign-ups with it in the same instant make one member. */
function emailKey(email: string): { pk: string; sk: string } {
  const hash = createHash("sha256").update(email.normalize("NFC").toLowerCase()).digest("hex");
  return { pk: `email#${hash}`, sk: "email" };
}

/** Resolves to the id that the address belongs to: the new member's, or that of whoever had it first. */
async function claimEmail(table: Table, member: Member): Promise<string> {
  if (await putNew(table, { ...emailKey(member.email), memberId: member.id })) return member.id;
  const id = await idOfEmail(table, member.email);
  if (id === null) throw new StoredStateError("An address was given up while it was being taken.");
  return id;
}

async function idOfEmail(table: Table, email: string): Promise<string | null> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: emailKey(email), ConsistentRead: true }),
  );
  const id: unknown = Item?.["memberId"];
  return typeof id === "string" ? id : null;
}

function putNew(table: Table, Item: Record<string, unknown>): Promise<boolean> {
  const ConditionExpression = "attribute_not_exists(pk)";
  return held(table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression })));
}

/** Every `#name` in an expression stands for the attribute of that name; some names are reserved words. */
function names(expression: string): { ExpressionAttributeNames?: Record<string, string> } {
  const found = expression.match(/#\w+/g) ?? [];
  return found.length === 0
    ? {}
    : { ExpressionAttributeNames: Object.fromEntries(found.map((n) => [n, n.slice(1)])) };
}
