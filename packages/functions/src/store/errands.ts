import { createHash } from "node:crypto";
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { sweepOutcome } from "@lapse/core/ledger/record";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import * as z from "zod";
import { held } from "./condition.ts";
import { itemsOf } from "./partition.ts";
import { memberPk, type Table } from "./table.ts";

/**
 * Something that a member asked for on a page and that a worker does: trying a session, looking at the list,
 * withdrawing one invitation now. `about` tells two of one kind apart: the profile to withdraw, else empty.
 */
export interface Errand {
  readonly kind: "try" | "look" | "withdraw";
  readonly about: string;
  readonly runId: string;
  /** ms since 1970. */
  readonly askedAt: number;
  /** When a worker took it, ms: 0 where that one has surely ended, null where none came. */
  readonly takenAt: number | null;
  readonly state: ErrandState;
}

export type ErrandState =
  | { readonly kind: "waiting" }
  /** `message` is the sweep's own sentence for the member. */
  | { readonly kind: "ended"; readonly at: number; readonly outcome: SweepOutcome; readonly message: string };

export interface Errands {
  /** Writes it down; false where one of the same kind and about is waiting and was asked for less than 20 minutes ago. */
  begin(memberId: string, errand: Omit<Errand, "state" | "takenAt">): Promise<boolean>;
  /**
   * Takes the one of this run, before anything is opened: of a message that comes twice, one worker is at it. False where
   * it has ended, or another took it and cannot have died yet.
   */
  take(memberId: string, runId: string): Promise<boolean>;
  /** Whoever took it failed, and is at it no more: the next may take it at once. */
  giveBack(memberId: string, runId: string): Promise<void>;
  /** Ends the one of this run, once; false where it has ended, another has taken its place, or the member has left. */
  end(memberId: string, runId: string, ended: Extract<ErrandState, { kind: "ended" }>): Promise<boolean>;
  /** The last of each kind and about; those older than a day are left out. */
  list(memberId: string): Promise<readonly Errand[]>;
}

/** Longer than this nobody waits, ms: the pages call it over, and what has not begun by then is not begun any more. */
export const errandWaitsMs = 20 * 60_000;
/** As long as a worker lives at most, ms. */
const workerLivesMs = 15 * 60_000;
const keptMs = 86_400_000;

/** Whether a worker may be at it still. @param now ms since 1970 */
export function isInHand({ takenAt }: Errand, now: number): boolean {
  return takenAt !== null && takenAt > now - workerLivesMs;
}

const stored = z.object({
  kind: z.enum(["try", "look", "withdraw"]),
  about: z.string(),
  runId: z.string(),
  askedAt: z.number(),
  takenAt: z.number().nullable().default(null),
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("waiting") }),
    z.object({ kind: z.literal("ended"), at: z.number(), outcome: sweepOutcome, message: z.string() }),
  ]),
});

/** Errands in the member's own part of the table. @param now ms since 1970 */
export function errandStore(table: Table, now: () => number): Errands {
  const keyFor = (memberId: string, { kind, about }: Pick<Errand, "kind" | "about">) => ({
    pk: memberPk(memberId),
    // A profile's slug can be longer than a key may be.
    sk: `errand#${kind}#${about === "" ? "" : createHash("sha256").update(about).digest("base64url")}`,
  });
  const list = async (memberId: string) => {
    const errands: Errand[] = [];
    for await (const item of itemsOf(table, memberPk(memberId), "errand#")) errands.push(stored.parse(item));
    return errands.filter(({ askedAt }) => askedAt > now() - keptMs);
  };
  /** Changes the errand of this run while it is waited for. */
  const update = async (
    memberId: string,
    runId: string,
    change: string,
    values: Record<string, unknown>,
    condition = "",
  ) => {
    const errand = (await list(memberId)).find((each) => each.runId === runId);
    if (errand === undefined) return false;
    return held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keyFor(memberId, errand),
          UpdateExpression: change,
          ConditionExpression: `runId = :run AND #state.#kind = :waiting${condition}`,
          ExpressionAttributeNames: { "#state": "state", "#kind": "kind" },
          ExpressionAttributeValues: { ...values, ":run": runId, ":waiting": "waiting" },
        }),
      ),
    );
  };
  return {
    list,
    begin: (memberId, { kind, about, runId, askedAt }) =>
      held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: {
              ...{ ...keyFor(memberId, { kind, about }), kind, about, runId, askedAt },
              ...{ state: { kind: "waiting" }, ttl: Math.ceil((askedAt + keptMs) / 1_000) },
            },
            ConditionExpression: "attribute_not_exists(pk) OR #state.#kind <> :waiting OR askedAt <= :stale",
            ExpressionAttributeNames: { "#state": "state", "#kind": "kind" },
            ExpressionAttributeValues: { ":waiting": "waiting", ":stale": now() - errandWaitsMs },
          }),
        ),
      ),
    take: (memberId, runId) =>
      update(
        memberId,
        runId,
        "SET takenAt = :now",
        { ":now": now(), ":died": now() - workerLivesMs },
        " AND (attribute_not_exists(takenAt) OR takenAt <= :died)",
      ),
    giveBack: async (memberId, runId) => {
      // Not removed: whoever ends it later has to know that it was begun.
      await update(memberId, runId, "SET takenAt = :over", { ":over": 0 });
    },
    end: (memberId, runId, ended) => update(memberId, runId, "SET #state = :ended", { ":ended": ended }),
  };
}
