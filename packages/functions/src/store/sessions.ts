import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { parseSessionFile } from "@lapse/core/session/parse";
import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
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
}

/** Where sealed sessions lie. Only the sweep opens one. */
export interface SessionStore {
  /** Seals a session beside the one in use, to be tried; resolves to its version. Another candidate is forgotten. */
  propose(memberId: string, session: Session): Promise<string>;
  /** The candidate of this version; null where another took its place, it is over 40 minutes old, or it was dropped. */
  candidate(memberId: string, version: string): Promise<Candidate | null>;
  /** Deletes the candidate, or only that of the version; false where it is not there (any more). */
  dropCandidate(memberId: string, version?: string): Promise<boolean>;
  /** Deletes every session of the member, in use or not. */
  remove(memberId: string): Promise<void>;
  /** Seals a session and puts it in the place of any other; resolves to its version, which is new if none is given. */
  seal(memberId: string, session: Session, version?: string): Promise<string>;
  /** The member's session is from now on a browser profile on their own computer; resolves to its version. */
  useProfile(memberId: string): Promise<string>;
  open(memberId: string): Promise<OpenedSession>;
  /** Seals what the site renewed. False where the member's session is another one by now, out of use, or a profile. */
  renew(memberId: string, version: string, session: Session): Promise<boolean>;
  /** Puts this session out of use and forgets what was sealed; false where the member's session is another one by now. */
  retire(memberId: string, version: string): Promise<boolean>;
}

/** A candidate that no worker came for is of no use any more; a trial that began in time still finds it at its end. */
const triedWithinMs = 40 * 60_000;
const keptWithinMs = 60 * 60_000;

const version = z.string().min(1);
/** `sealedAt` in ms since 1970. */
const sealedBytes = { sealed: z.instanceof(Uint8Array), sealedAt: z.number(), version };
const stored = z.discriminatedUnion("state", [
  z.object({ state: z.literal("sealed"), ...sealedBytes }),
  z.object({ state: z.literal("profile"), version }),
  z.object({ state: z.literal("out-of-use"), version }),
]);
const storedCandidate = z.object(sealedBytes);

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
  return {
    propose: async (memberId, session) => {
      const version = newVersion();
      const given = await sealed(memberId, session);
      const Item = {
        ...candidateKey(memberId),
        ...given,
        version,
        ttl: Math.ceil((now() + keptWithinMs) / 1_000),
      };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    candidate: async (memberId, version) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: candidateKey(memberId), ConsistentRead: true }),
      );
      if (Item === undefined) return null;
      const found = storedCandidate.parse(Item);
      if (found.version !== version || found.sealedAt <= now() - triedWithinMs) return null;
      return { session: sessionIn(await sealer.open(found.sealed, contextOf(memberId))), version };
    },
    dropCandidate: (memberId, version) =>
      held(
        table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key: candidateKey(memberId),
            ...(version === undefined
              ? { ConditionExpression: "attribute_exists(pk)" }
              : { ConditionExpression: "version = :v", ExpressionAttributeValues: { ":v": version } }),
          }),
        ),
      ),
    remove: async (memberId) => {
      // In this order: what a trial seals in between is deleted next, and it finds its candidate gone.
      await remove(candidateKey(memberId));
      await remove(key(memberId));
    },
    useProfile: async (memberId) => {
      const version = newVersion();
      const Item = { ...key(memberId), state: "profile", version };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    seal: async (memberId, session, version = newVersion()) => {
      const Item = { ...key(memberId), ...(await sealed(memberId, session)), state: "sealed", version };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    open: async (memberId) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key(memberId), ConsistentRead: true }),
      );
      if (Item === undefined) return { kind: "none" };
      const found = stored.parse(Item);
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
