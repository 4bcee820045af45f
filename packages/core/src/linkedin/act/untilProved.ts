import { PageSilent, SweepStop } from "../visit/stop.ts";
import { TabLost } from "../visit/tab.ts";
import { troubleStop } from "../visit/verdict.ts";
import { until, type Visit } from "../visit/visit.ts";
import { wallBeside } from "./answer.ts";
import type { Attempt } from "./withdraw.ts";

/** How long an answer may take. */
const answerWithinMs = 25_000;
/** How long the page may take to show what an answer said. */
export const showWithinMs = 6_000;
/** How long a request may be in coming after the click. */
export const requestWithinMs = 10_000;

export const challenged: Proved = {
  kind: "unverified",
  reason: "a security check came before it was proved",
  stop: troubleStop("challenged"),
};

/** What can be said after the click that counts. */
export type Proved = Exclude<Attempt, { readonly kind: "gone" | "held" }>;

/** What a proof is about, and how it is looked for. */
export interface Proof {
  /** Null while nothing can be said. */
  readonly look: () => Promise<Proved | null>;
  /** What to say when the page has had its time. */
  readonly lastWord: () => Promise<Proved>;
}

/**
 * Waits for the proof, or for what says that there is none. Never throws a stop: what ends the wait leaves it unproved,
 * and a wall that another request of the page met ends the sweep after it.
 */
export async function untilProved(visit: Visit, proof: Proof): Promise<Proved> {
  const attempt = await waited(visit, proof);
  const stop = wallBeside(visit);
  if (stop === null || ("stop" in attempt && attempt.stop !== undefined)) return attempt;
  // A fresh load would tell, and is one request too many.
  return attempt.kind === "doubt"
    ? { kind: "unverified", reason: attempt.reason, stop }
    : { ...attempt, stop };
}

async function waited(visit: Visit, { look, lastWord }: Proof): Promise<Proved> {
  try {
    return (await until(visit, answerWithinMs + showWithinMs, look)) ?? (await lastWord());
  } catch (stop) {
    if (stop instanceof PageSilent && stop.outcome !== "out-of-time")
      return { kind: "unverified", reason: "the page stopped answering before it was proved" };
    if (stop instanceof SweepStop)
      return { kind: "unverified", reason: "the time was over before it was proved" };
    if (stop instanceof TabLost)
      return { kind: "unverified", reason: "the browser ended before it was proved" };
    throw stop;
  }
}
