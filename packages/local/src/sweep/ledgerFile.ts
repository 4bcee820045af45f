import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { ledgerRecord } from "@lapse/core/ledger/record";
import type { LedgerStore } from "@lapse/core/ledger/store";
import { UsageError } from "../command/usage.ts";

const name = "ledger.jsonl";
/** How every line of ours begins: what a power cut left of one begins so, too. */
const begins = '{"kind":"';

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

/**
 * The ledger of one member as a file: one event a line, appended and synced, never rewritten. `clean` masks secrets.
 * A file that is not such a ledger is refused (UsageError) and left as it is. A last line without its end is what a
 * power cut leaves; nothing was clicked on its strength, so it is cut off.
 */
export function openLedgerFile(directory: string, clean: (text: string) => string): LedgerStore {
  const path = join(directory, name);
  const events = existsSync(path) ? readEvents(path) : [];
  return {
    read: async () => [...events],
    append: async (event) => {
      const line = clean(JSON.stringify(event));
      const handle = openSync(path, "a", 0o600);
      try {
        writeSync(handle, `${line}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      events.push(event);
    },
  };
}

function readEvents(path: string): LedgerEvent[] {
  const text = readFileSync(path, "utf8");
  const whole = text.lastIndexOf("\n") + 1;
  const events = text
    .slice(0, whole)
    .split("\n")
    .slice(0, -1)
    .map((line, i) => eventOf(line, path, i + 1));
  if (whole < text.length) cutOff(path, text, whole);
  return events;
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

function cutOff(path: string, text: string, whole: number): void {
  const tail = text.slice(whole);
  if (tail.slice(0, begins.length) !== begins.slice(0, tail.length)) {
    throw new UsageError(
      `${path} is not a ledger of Lapse: it was left as it is. Name another --data directory.`,
    );
  }
  const handle = openSync(path, "r+");
  try {
    ftruncateSync(handle, Buffer.byteLength(text.slice(0, whole)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
