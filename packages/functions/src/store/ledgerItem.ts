import { gunzipSync, gzipSync } from "node:zlib";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { ledgerRecord } from "@lapse/core/ledger/record";
import * as z from "zod";
import { StoredStateError } from "../errors.ts";

/** An item may have 400 KB. A digest that announces thousands would not fit as it is, so long events are packed. */
const packAbove = 100_000;
const unpackedLimit = 64_000_000;

const item = z.union([
  z.object({ event: z.unknown(), packed: z.undefined().optional() }),
  z.object({ packed: z.instanceof(Uint8Array), event: z.undefined().optional() }),
]);

/** The attributes that hold an event, beside its key. */
export function ledgerAttributes(event: LedgerEvent): { event: LedgerEvent } | { packed: Uint8Array } {
  const json = JSON.stringify(event);
  return json.length > packAbove ? { packed: gzipSync(json) } : { event: JSON.parse(json) };
}

/** The event in an item. One that can't be read throws: a ledger with a hole would let a second act through. */
export function ledgerEventOf(stored: unknown, key: string): LedgerEvent {
  try {
    const { event, packed } = item.parse(stored);
    return ledgerRecord.parse(packed === undefined ? event : unpack(packed));
  } catch (cause) {
    throw new StoredStateError(
      `The ledger event ${key} cannot be read; nothing is done with this ledger until it can.`,
      cause,
    );
  }
}

function unpack(packed: Uint8Array): unknown {
  return JSON.parse(gunzipSync(packed, { maxOutputLength: unpackedLimit }).toString("utf8"));
}

/**
 * The sort key. A week's first digest event has the week itself for its key, a problem's first mail event has the
 * problem, and that of each further try which try it is as well: so their puts can be conditional on the try being free.
 * What came back about a mail has the mail: it may come twice and counts once. All others sort by time, run and number.
 */
export function ledgerKey(event: LedgerEvent, sequence: number): string {
  if (event.kind === "digest" && event.step !== "sent") return `event#week#${event.week}${tryKey(event)}`;
  if (event.kind === "problem-mail" && event.step === "sending")
    return `event#problem#${timeKey(event.since)}#${event.problem}${tryKey(event)}`;
  if (event.kind === "mail-feedback") return `event#feedback#${event.mail}#${event.run}#${event.feedback}`;
  return `event#${timeKey(event.at)}#${event.run}#${String(sequence).padStart(6, "0")}`;
}

/** Whether an event is the first of its week or problem, and has that for its key. */
export function opensMail(event: LedgerEvent): boolean {
  if (event.kind === "digest") return event.step !== "sent";
  return event.kind === "problem-mail" && event.step === "sending";
}

function tryKey({ attempt }: { readonly attempt?: number }): string {
  return attempt === undefined ? "" : `#${attempt}`;
}

/** Sorts as text as the times (ms) sort as numbers. */
function timeKey(at: number): string {
  return String(at).padStart(15, "0");
}
