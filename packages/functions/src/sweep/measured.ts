import type { SweepOutcome, SweepResult } from "@lapse/core/sweep/result";
import type { MetricName, Metrics } from "../metrics/metrics.ts";
import type { PerformSweep } from "./port.ts";

/** These never came as far as to say anything of the site. */
const notRun: ReadonlySet<SweepOutcome> = new Set(["busy", "paused", "interrupted"]);

/**
 * What else is counted of an outcome. `Challenged` is the site defending itself: a check, a refusal (999) and "slow
 * down" (429) have one cause, too much automation from one place, and one remedy for an operator, which is to stop. A
 * session that was signed out, or is another account's, is one member's affair and says nothing of the rest.
 */
const countedAs: Readonly<Partial<Record<SweepOutcome, MetricName>>> = {
  "page-drift": "PageDrift",
  challenged: "Challenged",
  blocked: "Challenged",
  "rate-limited": "Challenged",
};

/** Counts what the runs come to, sweeps and errands alike. @param now ms since 1970 */
export function measured(perform: PerformSweep, metrics: Metrics, now: () => number): PerformSweep {
  return async (job) => {
    const from = now();
    const result = await perform(job);
    count(result, metrics);
    if (!notRun.has(result.outcome)) metrics.add("SweepTime", now() - from);
    return result;
  };
}

function count({ outcome, items }: SweepResult, metrics: Metrics): void {
  const found = (name: MetricName, number: number) => {
    if (number > 0) metrics.add(name, number);
  };
  if (!notRun.has(outcome)) metrics.add("SweepsEnded", 1);
  const also = countedAs[outcome];
  if (also !== undefined) metrics.add(also, 1);
  found("Withdrawn", items.filter(({ state }) => state === "withdrawn").length);
  found("Unverified", items.filter(({ state }) => state === "unverified").length);
}
