import { randomUUID } from "node:crypto";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import type { Session, SessionCookie } from "@lapse/core/session/session";
import type { Progress, SweepPorts } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { stoppedWords } from "@lapse/functions/sweep/halted";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import type { Attached } from "../stack/attach.ts";

/** What a list was read with. */
export interface LookWith {
  readonly openTab: SweepPorts["openTab"];
  /** Its cookies are empty where the browser brings its own. */
  readonly session: Session;
  readonly onCookies: (jar: readonly SessionCookie[]) => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

export interface Look {
  /** `previewed`, or why the list could not be read whole. */
  readonly result: SweepResult;
  /** The list as it was read; null where it was not read whole. */
  readonly reading: Reading | null;
}

const budgetMs = 780_000;

/** Reads a member's list once and clicks nothing: a sweep that ends with its plan. Throws what the browser throws. */
export async function look({ adapters, site }: Attached, member: Member, given: LookWith): Promise<Look> {
  let reading: Reading | null = null;
  const result = await sweep(
    {
      openTab: given.openTab,
      clock: systemClock,
      random: adapters.random,
      ledger: adapters.ledgerOf(member.id),
      lease: adapters.leaseOf(member.id),
      signal: given.signal,
      policy: async () => member.policy,
      halted: async () => ((await adapters.stopSwitch.get()) === null ? null : stoppedWords),
      onCookies: given.onCookies,
      onProgress: given.onProgress,
      onReading: async (read) => {
        reading = read;
      },
    },
    {
      ...{ run: randomUUID(), site, session: given.session, trigger: "scheduled", preview: true },
      ...{ paceMs: null, startedAt: given.startedAt, budgetMs },
    },
  );
  return { result, reading: result.outcome === "previewed" ? reading : null };
}
