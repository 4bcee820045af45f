import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Member } from "@lapse/core/member/member";
import type { Policy } from "@lapse/core/policy/policy";
import { StoredStateError } from "../errors.ts";
import { type BackOff, randomBackOff } from "./backOff.ts";
import { held } from "./condition.ts";
import { emailKey } from "./emailKey.ts";
import { endLease } from "./lease.ts";
import { clearGone, leaveMember } from "./leave.ts";
import { memberItem, memberOf } from "./memberItem.ts";
import { memberPk, never, type Table } from "./table.ts";

/** The members. Every write is one item with a condition; those that resolve to a boolean say whether it held. */
export interface Members {
  /** False where the address is known already: then nothing was changed. */
  add(member: Member): Promise<boolean>;
  /** Rejects with a MemberRecordError where the record can't be what we wrote. */
  get(memberId: string): Promise<Member | null>;
  findByEmail(email: string): Promise<Member | null>;
  /**
   * The policy as it is now, for a run with the session of this version; null where the member has left, disconnected,
   * or connected another one since: then the run has no right to go on.
   */
  policyWith(memberId: string, version: string): Promise<Policy | null>;
  /**
   * Changes the policy that is there: read, changed and written with a condition, and again where somebody else wrote
   * meanwhile, so that no keep is lost. Resolves to the policy as it is then; null where there is no such member.
   */
  changePolicy(memberId: string, change: (policy: Policy) => Policy): Promise<Policy | null>;
  /** One write that waits for no other: a pause comes through however many keeps come at once. */
  setPaused(memberId: string, paused: boolean): Promise<boolean>;
  /** The member's own word. */
  setMail(memberId: string, mail: Member["mail"]): Promise<boolean>;
  /** Their address does not take mails, or they called one spam: there are no more. False where they were off already. */
  stopMail(memberId: string, why: NonNullable<Member["mailOff"]>): Promise<boolean>;
  /** @param slot the time, in ms, of the digest that was dealt with */
  setLastDigestSlot(memberId: string, slot: number): Promise<boolean>;
  /** A session was sealed under this version: the member is swept from `firstSweepAt` (ms) on, once they started. */
  sessionSealed(memberId: string, version: string, connected: Connected): Promise<boolean>;
  /** The member said "Start the clean-up", or said it again; both in ms. */
  start(memberId: string, startedAt: number, firstSweepAt: number): Promise<boolean>;
  /** The member disconnected: nothing is due any more, and with the lease a run loses its right to click. */
  disconnect(memberId: string): Promise<boolean>;
  /**
   * The session of this version is out of use: nothing is due any more. False where another was connected since.
   * @param untoldSince when what the member has to be told of was found, ms; left out where that is nothing
   */
  sessionRetired(memberId: string, version: string, untoldSince?: number): Promise<boolean>;
  /**
   * The sweep that was due is over; the next is at `nextSweepAt` (ms). False where another session was connected since.
   * @param untoldSince as with `sessionRetired`: with the end of the sweep in one write, so that it is never forgotten
   */
  finishSweep(memberId: string, version: string, nextSweepAt: number, untoldSince?: number): Promise<boolean>;
  /** The member was told of what was found at `untoldSince`. False where something was found since: that is still to be told. */
  setTold(memberId: string, untoldSince: number): Promise<boolean>;
  /** Puts the next sweep at `at` (ms). False for a member who is not swept: then nothing was changed. */
  reschedule(memberId: string, at: number): Promise<boolean>;
  /**
   * Deletes the member and everything of theirs: session, ledger, readings, sign-ins, address. From the first write on
   * nothing can act for them. One that died half way is finished by another; of nobody it clears what was left over.
   */
  leave(memberId: string): Promise<void>;
  /**
   * Deletes what was written for a member in the moment in which they left, and says whether they have; of one who is
   * there it touches nothing. For whoever wrote without a condition.
   */
  clearGone(memberId: string): Promise<boolean>;
}

/** Times in ms; `account` is `/in/<slug>`, null where the page did not show it. */
export interface Connected {
  readonly firstSweepAt: number;
  readonly connectedAt: number;
  readonly account: string | null;
  /** How often the member had disconnected when they gave the session: where they did so since, nothing is changed. */
  readonly disconnects?: number;
}

/** @param backOff is waited for where another change of the same policy came first */
export function members(table: Table, backOff: BackOff = randomBackOff): Members {
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
  const read = async (memberId: string) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: memberKey(memberId), ConsistentRead: true }),
    );
    return Item;
  };
  const get = async (memberId: string) => {
    const item = await read(memberId);
    return item === undefined ? null : memberOf(item);
  };
  return {
    get,
    add: async (member) => {
      const id = await claimEmail(table, member);
      // The address of a sign-up that died between its two writes keeps its id and is finished by the next.
      const added = await putNew(table, memberItem({ ...member, id }));
      if (!added || (await idOfEmail(table, member.email)) === id) return added;
      // Whoever had the address left between the two: what was just written would be found by nobody.
      await leaveMember(table, id);
      return false;
    },
    findByEmail: async (email) => {
      const id = await idOfEmail(table, email);
      return id === null ? null : get(id);
    },
    policyWith: async (memberId, version) => {
      const item = await read(memberId);
      if (item === undefined || item["version"] !== version) return null;
      const { session, policy } = memberOf(item);
      return session === "sealed" ? policy : null;
    },
    changePolicy: (id, change) => changePolicy(table, id, change, backOff),
    setPaused: (id, paused) =>
      update(id, "SET #policy.#paused = :paused, #revision = #revision + :one", {
        ...{ ":paused": paused, ":one": 1 },
      }),
    setMail: (id, mail) =>
      update(id, "SET #mail = :mail, #mailOff = :null", { ":mail": mail, ":null": null }),
    stopMail: (id, why) =>
      update(
        id,
        "SET #mail = :off, #mailOff = :why",
        { ":off": "off", ":why": why, ":on": "on" },
        "#mail = :on",
      ),
    setLastDigestSlot: (id, slot) => update(id, "SET #lastDigestSlot = :slot", { ":slot": slot }),
    sessionSealed: async (id, version, { firstSweepAt, connectedAt, account, disconnects }) => {
      const change =
        "SET #session = :sealed, #version = :version, #connectedAt = :connectedAt, #account = :account, #nextSweepAt = :at, #dueAt = :due";
      const values = { ":sealed": "sealed", ":version": version, ":at": firstSweepAt };
      const given = disconnects === undefined ? {} : { ":disconnects": disconnects };
      const more = { ...values, ...given, ":connectedAt": connectedAt, ":account": account };
      const none = disconnects === 0 ? " OR attribute_not_exists(#disconnects)" : "";
      const still = disconnects === undefined ? "" : ` AND (#disconnects = :disconnects${none})`;
      // Of the two conditions exactly one holds, whoever starts in between.
      const swept = { ...more, ":due": firstSweepAt, ":number": "N" };
      if (await update(id, change, swept, `attribute_type(#startedAt, :number)${still}`)) return true;
      return update(
        id,
        change,
        { ...more, ":due": never, ":null": "NULL" },
        `attribute_type(#startedAt, :null)${still}`,
      );
    },
    start: async (id, startedAt, at) => {
      const values = { ":startedAt": startedAt, ":at": at, ":sealed": "sealed" };
      const change = "SET #startedAt = :startedAt, #nextSweepAt = :at";
      if (await update(id, `${change}, #dueAt = :at`, values, "#session = :sealed")) return true;
      return update(id, change, values, "#session <> :sealed");
    },
    disconnect: async (id) => {
      const done = await update(
        id,
        "SET #session = :none, #connectedAt = :null, #account = :null, #dueAt = :never REMOVE #version ADD #disconnects :one",
        { ":none": "none", ":null": null, ":never": never, ":one": 1 },
      );
      await endLease(table, id);
      return done;
    },
    sessionRetired: (id, version, untoldSince) => {
      const untold = untoldMark(untoldSince);
      return update(
        id,
        `SET #session = :out, #dueAt = :never${untold.change}`,
        { ":out": "out-of-use", ":never": never, ":version": version, ...untold.values },
        "#version = :version",
      );
    },
    finishSweep: (id, version, at, untoldSince) => {
      const untold = untoldMark(untoldSince);
      return update(
        id,
        `SET #nextSweepAt = :at, #dueAt = :at${untold.change}`,
        { ":at": at, ":version": version, ":sealed": "sealed", ...untold.values },
        "#version = :version AND #session = :sealed",
      );
    },
    setTold: (id, since) =>
      update(id, "SET #untoldSince = :null", { ":null": null, ":since": since }, "#untoldSince = :since"),
    reschedule: (id, at) =>
      update(
        id,
        "SET #nextSweepAt = :at, #dueAt = :at",
        { ":at": at, ":sealed": "sealed", ":number": "N" },
        "#session = :sealed AND attribute_type(#startedAt, :number)",
      ),
    leave: (id) => leaveMember(table, id),
    clearGone: (id) => clearGone(table, id),
  };
}

/** A policy can be changed from many places at once, and of those that meet one succeeds; more than this is a fault. */
const mostAttempts = 50;

async function changePolicy(
  table: Table,
  memberId: string,
  change: (policy: Policy) => Policy,
  backOff: BackOff,
): Promise<Policy | null> {
  const Key = memberKey(memberId);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
    );
    if (Item === undefined) return null;
    const policy = change(memberOf(Item).policy);
    const written = await held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          UpdateExpression: "SET #policy = :policy, #revision = :next",
          ConditionExpression: "#revision = :seen",
          ExpressionAttributeNames: { "#policy": "policy", "#revision": "revision" },
          ExpressionAttributeValues: {
            ...{ ":policy": policy, ":seen": Item["revision"], ":next": Number(Item["revision"]) + 1 },
          },
        }),
      ),
    );
    if (written) return policy;
  }
  throw new StoredStateError("A policy was changed from elsewhere each time that it was to be changed.");
}

/** What a write that ends a sweep sets as well where the member has to be told of it. */
function untoldMark(since: number | undefined): { change: string; values: Record<string, unknown> } {
  if (since === undefined) return { change: "", values: {} };
  return { change: ", #untoldSince = :untold", values: { ":untold": since } };
}

export function memberKey(memberId: string): { pk: string; sk: string } {
  return { pk: memberPk(memberId), sk: "member" };
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
