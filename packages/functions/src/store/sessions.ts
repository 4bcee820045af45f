import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { parseSessionFile } from "@lapse/core/session/parse";
import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
import { memberPk, type Table } from "./table.ts";

/** What opening gave, and which of the member's sessions it is: a member may connect another one meanwhile. */
export type OpenedSession =
  | { readonly kind: "opened"; readonly session: Session; readonly version: string }
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
  /** The candidate of this version; null where another took its place, it is over an hour old, or it was dropped. */
  candidate(memberId: string, version: string): Promise<Candidate | null>;
  /** Deletes a candidate, whatever became of it. */
  dropCandidate(memberId: string): Promise<void>;
  /** Deletes every session of the member, in use or not. */
  remove(memberId: string): Promise<void>;
  /** Seals a session and puts it in the place of any other; resolves to its version. */
  seal(memberId: string, session: Session): Promise<string>;
  open(memberId: string): Promise<OpenedSession>;
  /** Seals what the site renewed. False where the member's session is another one by now, or out of use. */
  renew(memberId: string, version: string, session: Session): Promise<boolean>;
  /** Puts this session out of use; false where the member's session is another one by now. */
  retire(memberId: string, version: string): Promise<boolean>;
}

/** A candidate that no worker came for is of no use any more. */
const triedWithinMs = 3_600_000;

const sealedSession = z.object({
  sealed: z.instanceof(Uint8Array),
  /** Milliseconds since 1970. */
  sealedAt: z.number(),
  state: z.enum(["sealed", "out-of-use"]),
  version: z.string().min(1),
});

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
  const update = (memberId: string, version: string, change: string, values: Record<string, unknown>) =>
    held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(memberId),
          UpdateExpression: change,
          ConditionExpression: "#version = :version AND #state = :usable",
          ExpressionAttributeNames: { "#version": "version", "#state": "state" },
          ExpressionAttributeValues: { ":version": version, ":usable": "sealed", ...values },
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
        ttl: Math.ceil((now() + triedWithinMs) / 1_000),
      };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    candidate: async (memberId, version) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: candidateKey(memberId), ConsistentRead: true }),
      );
      if (Item === undefined) return null;
      const found = sealedSession.omit({ state: true }).parse(Item);
      if (found.version !== version || found.sealedAt <= now() - triedWithinMs) return null;
      return { session: sessionIn(await sealer.open(found.sealed, contextOf(memberId))), version };
    },
    dropCandidate: (memberId) => remove(candidateKey(memberId)),
    remove: async (memberId) => {
      await remove(key(memberId));
      await remove(candidateKey(memberId));
    },
    seal: async (memberId, session) => {
      const version = newVersion();
      const Item = { ...key(memberId), ...(await sealed(memberId, session)), state: "sealed", version };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
      return version;
    },
    open: async (memberId) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key(memberId), ConsistentRead: true }),
      );
      if (Item === undefined) return { kind: "none" };
      const found = sealedSession.parse(Item);
      const { version } = found;
      if (found.state !== "sealed") return { kind: "out-of-use", version };
      const session = sessionIn(await sealer.open(found.sealed, contextOf(memberId)));
      return { kind: "opened", session, version };
    },
    renew: async (memberId, version, session) => {
      const { sealed: bytes, sealedAt } = await sealed(memberId, session);
      return update(memberId, version, "SET sealed = :sealed, sealedAt = :at", {
        ":sealed": bytes,
        ":at": sealedAt,
      });
    },
    retire: (memberId, version) => update(memberId, version, "SET #state = :out", { ":out": "out-of-use" }),
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
