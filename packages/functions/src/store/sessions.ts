import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { parseSessionFile } from "@lapse/core/session/parse";
import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
import { type Connection, connectionOf } from "./connection.ts";
import { memberPk, type Table } from "./table.ts";

/**
 * What opening gave, and which of the member's sessions it is: a member may connect another one meanwhile. A `profile`
 * is a browser's own on the member's computer, in which they signed in by hand: nothing of it is stored here.
 */
export type OpenedSession =
  | { readonly kind: "opened"; readonly session: Session; readonly version: string }
  | { readonly kind: "profile"; readonly version: string }
  | { readonly kind: "out-of-use"; readonly version: string }
  | { readonly kind: "none" };

/** A session that was given and is not taken yet: a worker tries it first. */
export interface Candidate {
  readonly session: Session;
  readonly version: string;
  /** How often the member had disconnected when they gave it. */
  readonly disconnects: number;
}

/** Where sealed sessions lie. Only the sweep opens one. */
export interface SessionStore {
  /** What the member's record says of their session; null where there is no such member. */
  connection(memberId: string): Promise<Connection | null>;
  /**
   * Seals a session beside the one in use, to be tried; resolves to its version. Another candidate is forgotten. Null,
   * with nothing kept, where the member left or disconnected meanwhile.
   */
  propose(memberId: string, session: Session): Promise<string | null>;
  /**
   * The candidate of this version; null where another took its place, it is over 40 minutes old, it was dropped, or the
   * member disconnected since.
   */
  candidate(memberId: string, version: string): Promise<Candidate | null>;
  /** Seals the candidate as its trial left it; false where it is gone. It is in use once the member's record names it. */
  approve(memberId: string, version: string, session: Session): Promise<boolean>;
  /** Puts the candidate into the place of the session in use, where the member's record names it; whether it is there. */
  take(memberId: string, version: string): Promise<boolean>;
  /** Deletes what was sealed under this version, unless the member's record names it. */
  forget(memberId: string, version: string): Promise<void>;
  /** Deletes the candidate, or only that of the version; false where it is not there (any more). */
  dropCandidate(memberId: string, version?: string): Promise<boolean>;
  /** Deletes every session of the member, in use or not. */
  remove(memberId: string): Promise<void>;
  /** Seals a session and puts it in the place of any other; resolves to its version. The member's record has to name it. */
  seal(memberId: string, session: Session): Promise<string>;
  /** The member's session is from now on a browser profile on their own computer; resolves to its version. */
  useProfile(memberId: string): Promise<string>;
  /** The session that the member's record names; any other is as good as none. */
  open(memberId: string): Promise<OpenedSession>;
  /** Seals what the site renewed. False where the member's session is another one by now, out of use, or a profile. */
  renew(memberId: string, version: string, session: Session): Promise<boolean>;
  /** Puts this session out of use and forgets what was sealed; false where the member's session is another one by now. */
  retire(memberId: string, version: string): Promise<boolean>;
}

/** A candidate that no worker came for is of no use any more; a trial that began in time still finds it at its end. */
const triedWithinMs = 40 * 60_000;
const keptWithinMs = 60 * 60_000;
/** Who approved it may have died before it was taken. */
const approvedKeptMs = 86_400_000;

const version = z.string().min(1);
/** `sealedAt` in ms since 1970. */
const sealedBytes = { sealed: z.instanceof(Uint8Array), sealedAt: z.number(), version };
const stored = z.discriminatedUnion("state", [
  z.object({ state: z.literal("sealed"), ...sealedBytes }),
  z.object({ state: z.literal("profile"), version }),
  z.object({ state: z.literal("out-of-use"), version }),
]);
const storedCandidate = z.object({ ...sealedBytes, disconnects: z.number() });

/** @param newVersion an id that no other session has, such as a random UUID */
export function sessionStore(
  table: Table,
  sealer: Sealer,
  now: () => number,
  newVersion: () => string,
): SessionStore {
  const key = (memberId: string) => ({ pk: memberPk(memberId), sk: "session" });
  const sealed = async (memberId: string, session: Session) => ({
    sealed: await sealer.seal(JSON.stringify(session), contextOf(memberId)),
    sealedAt: now(),
  });
  const update = (
    memberId: string,
    version: string,
    states: readonly ["sealed"] | readonly ["sealed", "profile"],
    change: string,
    values: Record<string, unknown>,
  ) =>
    held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(memberId),
          UpdateExpression: change,
          ConditionExpression: `#version = :version AND #state IN (${states.map((state) => `:${state}`)})`,
          ExpressionAttributeNames: { "#version": "version", "#state": "state" },
          ExpressionAttributeValues: {
            ...{ ":version": version, ...values },
            ...Object.fromEntries(states.map((state) => [`:${state}`, state])),
          },
        }),
      ),
    );
  const candidateKey = (memberId: string) => ({ pk: memberPk(memberId), sk: "candidate" });
  const remove = async (item: { pk: string; sk: string }) =>
    void (await table.client.send(new DeleteCommand({ TableName: table.name, Key: item })));
  const read = async (Key: { pk: string; sk: string }) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item;
  const removeOf = (version: string, Key: { pk: string; sk: string }) =>
    held(
      table.client.send(
        new DeleteCommand({
          ...{ TableName: table.name, Key },
          ConditionExpression: "version = :v",
          ExpressionAttributeValues: { ":v": version },
        }),
      ),
    );
  const removeBoth = async (memberId: string, version: string) => {
    await removeOf(version, candidateKey(memberId));
    await removeOf(version, key(memberId));
  };
  const isNamed = async (memberId: string, version: string) =>
    (await connectionOf(table, memberId))?.version === version;
  const take = async (memberId: string, version: string): Promise<boolean> => {
    const inPlace = await read(key(memberId));
    if (!(await isNamed(memberId, version))) return false;
    if (inPlace?.["version"] !== version) {
      const given = await read(candidateKey(memberId));
      if (given === undefined || given["version"] !== version) return false;
      const { sealed: bytes } = storedCandidate.parse(given);
      const put = new PutCommand({
        TableName: table.name,
        Item: { ...key(memberId), state: "sealed", version, sealed: bytes, sealedAt: now() },
        // A session that was taken meanwhile, or deleted, is the later word.
        ...(inPlace === undefined
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "version = :seen",
              ExpressionAttributeValues: { ":seen": inPlace["version"] },
            }),
      });
      if (!(await held(table.client.send(put)))) return (await read(key(memberId)))?.["version"] === version;
      if (!(await isNamed(memberId, version))) {
        await removeBoth(memberId, version);
        return false;
      }
    }
    await removeOf(version, candidateKey(memberId));
    return true;
  };
  return {
    connection: (memberId) => connectionOf(table, memberId),
    take,
    forget: async (memberId, version) => {
      if (!(await isNamed(memberId, version))) await removeBoth(memberId, version);
    },
    propose: async (memberId, session) => {
      const before = await connectionOf(table, memberId);
      if (before === null) return null;
      const { version: inUse, disconnects } = before;
      // A worker that died may have left the session in use in the place where this one goes.
      if (inUse !== null) await take(memberId, inUse);
      const version = newVersion();
      const given = await sealed(memberId, session);
      const Item = {
        ...candidateKey(memberId),
        ...given,
        ...{ version, disconnects },
        ttl: Math.ceil((now() + keptWithinMs) / 1_000),
      };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      if ((await connectionOf(table, memberId))?.disconnects === disconnects) return version;
      await removeOf(version, candidateKey(memberId));
      return null;
    },
    candidate: async (memberId, version) => {
      const item = await read(candidateKey(memberId));
      if (item === undefined) return null;
      const { disconnects, ...found } = storedCandidate.parse(item);
      if (found.version !== version || found.sealedAt <= now() - triedWithinMs) return null;
      if ((await connectionOf(table, memberId))?.disconnects !== disconnects) return null;
      const session = sessionIn(await sealer.open(found.sealed, contextOf(memberId)));
      return { session, version, disconnects };
    },
    approve: async (memberId, version, session) => {
      const { sealed: bytes } = await sealed(memberId, session);
      return held(
        table.client.send(
          new UpdateCommand({
            ...{ TableName: table.name, Key: candidateKey(memberId) },
            UpdateExpression: "SET sealed = :bytes, #ttl = :ttl",
            ConditionExpression: "version = :v",
            ExpressionAttributeNames: { "#ttl": "ttl" },
            ExpressionAttributeValues: {
              ...{ ":bytes": bytes, ":v": version },
              ":ttl": Math.ceil((now() + approvedKeptMs) / 1_000),
            },
          }),
        ),
      );
    },
    dropCandidate: (memberId, version) => {
      if (version !== undefined) return removeOf(version, candidateKey(memberId));
      const condition = { ConditionExpression: "attribute_exists(pk)" };
      const Key = candidateKey(memberId);
      return held(table.client.send(new DeleteCommand({ TableName: table.name, Key, ...condition })));
    },
    remove: async (memberId) => {
      // In this order: what a trial takes in between is deleted next, and it finds its candidate gone.
      await remove(candidateKey(memberId));
      await remove(key(memberId));
    },
    useProfile: async (memberId) => {
      const version = newVersion();
      const Item = { ...key(memberId), state: "profile", version };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    seal: async (memberId, session) => {
      const version = newVersion();
      const Item = { ...key(memberId), ...(await sealed(memberId, session)), state: "sealed", version };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    open: async (memberId) => {
      const named = (await connectionOf(table, memberId))?.version;
      if (named === undefined || named === null) return { kind: "none" };
      let item = await read(key(memberId));
      if (item?.["version"] !== named && (await take(memberId, named))) item = await read(key(memberId));
      if (item?.["version"] !== named) return { kind: "none" };
      const found = stored.parse(item);
      const { state, version } = found;
      if (state !== "sealed") return { kind: state, version };
      const session = sessionIn(await sealer.open(found.sealed, contextOf(memberId)));
      return { kind: "opened", session, version };
    },
    renew: async (memberId, version, session) => {
      const { sealed: bytes, sealedAt } = await sealed(memberId, session);
      return update(memberId, version, ["sealed"], "SET sealed = :bytes, sealedAt = :at", {
        ":bytes": bytes,
        ":at": sealedAt,
      });
    },
    retire: (memberId, version) =>
      update(memberId, version, ["sealed", "profile"], "SET #state = :out REMOVE sealed, sealedAt", {
        ":out": "out-of-use",
      }),
  };
}

function contextOf(memberId: string): Record<string, string> {
  return { member: memberId, purpose: "session" };
}

/** Neither fault names a cause: a parser's message quotes what it could not read. */
function sessionIn(plain: string): Session {
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch {
    throw new StoredStateError("A sealed session holds no JSON; the member has to connect again.");
  }
  const parsed = parseSessionFile(json);
  if (!parsed.ok) throw new StoredStateError(`A sealed session is not usable: ${parsed.problem}`);
  return parsed.session;
}
