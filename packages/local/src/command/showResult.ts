import { BrowserMissing } from "@lapse/browser/errors";
import type { Redactor } from "@lapse/core/session/redact";
import { redactDeep } from "@lapse/core/session/redactDeep";
import { messageOf } from "@lapse/core/sweep/message";
import { outcomeFacts, type SweepResult } from "@lapse/core/sweep/result";
import { tableOf } from "../sweep/table.ts";
import { Interrupted } from "./interrupted.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage.ts";

/** A command that ends with a result. */
export interface Shown {
  readonly streams: Streams;
  readonly json: boolean;
  /** When it began, ms since 1970. */
  readonly startedAt: number;
}

/** Prints a result without what `clean` masks, and gives its exit status. */
export function showResult({ streams, json }: Shown, result: SweepResult, clean: Redactor): number {
  const safe = redactDeep(result, clean) as SweepResult;
  streams.out.write(json ? `${JSON.stringify(safe, null, 2)}\n` : tableOf(safe));
  return outcomeFacts[result.outcome].exitStatus;
}

/**
 * Runs a command that ends with a result, also where it is interrupted before anything was opened. Where there is no
 * browser to be had, nothing was opened either: UsageError.
 */
export async function resultOf(shown: Shown, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof BrowserMissing) throw new UsageError(cause.message, { cause });
    if (!(cause instanceof Interrupted)) throw cause;
    const outcome = "interrupted";
    const nothing = {
      outcome,
      message: messageOf(outcome, [], null),
      pending: null,
      read: 0,
      items: [],
    } as const;
    const startedAt = new Date(shown.startedAt).toISOString();
    return showResult(shown, { ...nothing, startedAt, endedAt: new Date().toISOString() }, (text) => text);
  }
}
