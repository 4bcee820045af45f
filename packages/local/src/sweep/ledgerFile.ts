import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { ledgerRecord } from "@lapse/core/ledger/record";
import type { LedgerStore } from "@lapse/core/ledger/store";
import type { RecordUnwritable } from "@lapse/core/ledger/unwritable";
import { UsageError } from "../command/usage.ts";
import { unwritable } from "./diskFault.ts";
import { ledgerText } from "./ledgerText.ts";
import { readTorn } from "./tornLine.ts";
import { appendWhole, replaceEnd } from "./wholeWrite.ts";

const name = "ledger.jsonl";

/** Makes the data directory (0700). Throws UsageError where something else is in its place. */
export function openDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UsageError(
      `--data ${directory} cannot be used as a directory (${(cause as NodeJS.ErrnoException).code}).`,
      { cause },
    );
  }
}

export interface LedgerFile extends LedgerStore {
  /** Why it takes nothing more; null while it does. */
  broken(): RecordUnwritable | null;
}

/**
 * The ledger of one member as a file: one event a line, appended whole and synced, never rewritten. `clean` masks
 * secrets. A file that is not such a ledger is refused (UsageError) and left as it is. `append` throws RecordUnwritable,
 * and from then on takes nothing more: what follows could be glued to half a line.
 */
export function openLedgerFile(directory: string, clean: (text: string) => string): LedgerFile {
  const path = join(directory, name);
  const { events, end } = readEvents(path);
  let mend = end;
  let broken: RecordUnwritable | null = null;
  return {
    broken: () => broken,
    read: async () => [...events],
    append: async (event) => {
      if (broken !== null) throw broken;
      try {
        if (mend !== null) replaceEnd(path, mend.from, mend.text);
        mend = null;
        appendWhole(path, `${clean(JSON.stringify(event))}\n`);
      } catch (cause) {
        broken = unwritable(path, cause);
        throw broken;
      }
      events.push(event);
    },
  };
}

/** What is put in place of a last line without its end, before anything is appended. */
interface End {
  /** Byte in the file. */
  readonly from: number;
  readonly text: string;
}

function readEvents(path: string): { readonly events: LedgerEvent[]; readonly end: End | null } {
  const { text, changedAt } = ledgerText(path);
  const whole = text.lastIndexOf("\n") + 1;
  const events = text
    .slice(0, whole)
    .split("\n")
    .slice(0, -1)
    .map((line, i) => eventOf(line, path, i + 1));
  if (whole === text.length) return { events, end: null };
  const from = Buffer.byteLength(text.slice(0, whole));
  const torn = readTorn(text.slice(whole), changedAt, from);
  switch (torn.kind) {
    case "foreign":
      throw new UsageError(
        `${path} is not a ledger of Lapse: it was left as it is. Name another --data directory.`,
      );
    case "nothing":
      return { events, end: { from, text: "" } };
    case "event":
      return { events: [...events, torn.event], end: { from, text: `${torn.text}\n` } };
  }
}

function eventOf(line: string, path: string, number: number): LedgerEvent {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    json = null;
  }
  const parsed = ledgerRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${path} is not a ledger of Lapse, or is damaged (line ${number}): it was left as it is. Name another --data directory, or put a good copy back.`,
  );
}
