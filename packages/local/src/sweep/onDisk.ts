import { RecordUnwritable } from "@lapse/core/ledger/unwritable";
import { type Streams, sayTo } from "../command/streams.ts";
import { UsageError } from "../command/usage.ts";
import type { LedgerFile } from "./ledgerFile.ts";

/**
 * Runs something that records what it does. Where the record takes nothing from the start, it is the data directory
 * that is wrong, and nothing was opened: UsageError. What it takes no more later is said in a line, too.
 */
export async function recordedIn<T>(ledger: LedgerFile, streams: Streams, run: () => Promise<T>): Promise<T> {
  try {
    const result = await run();
    const broken = ledger.broken();
    if (broken !== null) sayTo(streams)(broken.message);
    return result;
  } catch (cause) {
    throw cause instanceof RecordUnwritable ? new UsageError(cause.message, { cause }) : cause;
  }
}
