import { isDeepStrictEqual } from "node:util";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { LedgerStore } from "@lapse/core/ledger/store";
import { StoredStateError } from "../errors.ts";
import { held } from "./condition.ts";
import { ledgerAttributes, ledgerEventOf, ledgerKey, opensMail } from "./ledgerItem.ts";
import { itemsOf } from "./partition.ts";
import { memberPk, type Table } from "./table.ts";

/** What opens a member's ISO week: the digest that is about to be sent, or the decision that there is nothing to say. */
export type WeekEvent = Extract<LedgerEvent, { kind: "digest" }> & { readonly step: "sending" | "quiet" };

/** What opens the one mail about a problem. */
export type ProblemEvent = Extract<LedgerEvent, { kind: "problem-mail" }> & { readonly step: "sending" };

/** Something that came back about a mail. */
export type FeedbackEvent = Extract<LedgerEvent, { kind: "mail-feedback" }>;

export interface MemberLedger extends LedgerStore {
  /** Appends the one event that opens the mail about this problem; false where another run was first. */
  openProblem(event: ProblemEvent): Promise<boolean>;
  /** Appends the one event that opens the week for this try; false where another digest run was first. */
  openWeek(event: WeekEvent): Promise<boolean>;
  /** False where this was said of this mail before: then nothing was written. */
  noteFeedback(event: FeedbackEvent): Promise<boolean>;
}

/** A member's ledger in the table. Every put is conditional, so no event is ever overwritten. */
export function ledgerStore(table: Table, memberId: string): MemberLedger {
  const pk = memberPk(memberId);
  let sequence = 0;
  const put = (event: LedgerEvent) => putEvent(table, pk, event, sequence++);
  return {
    read: () => readEvents(table, pk),
    append: async (event) => {
      if (await put(event)) return;
      throw new StoredStateError(
        "The ledger already holds another event under this key; nothing was overwritten.",
      );
    },
    openWeek: (event) => put(event),
    openProblem: (event) => put(event),
    noteFeedback: (event) => put(event),
  };
}

/** False where the key holds a different event. The same event there means that a retried request had been carried out. */
async function putEvent(table: Table, pk: string, event: LedgerEvent, sequence: number): Promise<boolean> {
  const key = { pk, sk: ledgerKey(event, sequence) };
  const written = await held(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key, ...ledgerAttributes(event) },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    ),
  );
  if (written) return true;
  const there = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return isDeepStrictEqual(ledgerEventOf(there.Item, key.sk), JSON.parse(JSON.stringify(event)));
}

async function readEvents(table: Table, pk: string): Promise<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const stored of itemsOf(table, pk, "event#"))
    events.push(ledgerEventOf(stored, String(stored["sk"])));
  // What opens a mail has a key of its own, not one by time; of one instant it was written first. The sort is stable.
  const opens = (event: LedgerEvent) => (opensMail(event) ? 0 : 1);
  return events.sort((one, other) => one.at - other.at || opens(one) - opens(other));
}
