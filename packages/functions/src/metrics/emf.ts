import { Metrics as Emf, MetricUnit } from "@aws-lambda-powertools/metrics";
import { type Metrics, metricNamespace, metricUnits, type Service } from "./metrics.ts";

/**
 * Metrics as lines of the embedded metric format on standard output, which CloudWatch makes metrics of. The dimensions
 * are `service` and `stage`, and a line holds nothing else but the values.
 */
export function emfMetrics(service: Service, stage: string): Metrics {
  const emf = new Emf({
    namespace: metricNamespace,
    serviceName: service,
    defaultDimensions: { stage },
  });
  return {
    add: (name, value) => {
      // What is no number would throw, and a count is not worth an invocation.
      if (Number.isFinite(value)) emf.addMetric(name, MetricUnit[metricUnits[name]], value);
    },
    flush: () => {
      if (emf.hasStoredMetrics()) emf.publishStoredMetrics();
    },
  };
}
