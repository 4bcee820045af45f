import type { MetricName, Metrics } from "../../src/metrics/metrics.ts";

/** Metrics that are kept: each name with the values that were added, in their order. */
export function keptMetrics(): { metrics: Metrics; counted: Partial<Record<MetricName, number[]>> } {
  const counted: Partial<Record<MetricName, number[]>> = {};
  const add: Metrics["add"] = (name, value) => {
    counted[name] = [...(counted[name] ?? []), value];
  };
  return { metrics: { add, flush: () => undefined }, counted };
}
