import type { Context } from "aws-lambda";
import { type LambdaLog, lambdaLog } from "../log/lambdaLog.ts";
import { emfMetrics } from "./emf.ts";
import type { Metrics, Service } from "./metrics.ts";

/** What an operator sees of a function on AWS. */
export interface Observed {
  readonly log: LambdaLog;
  readonly metrics: Metrics;
  /** The handler as Lambda calls it: its lines name the invocation, and its metrics are written at its end, also after a fault. */
  readonly entry: <Event, Answer>(
    handler: (event: Event, context: Context) => Promise<Answer>,
  ) => (event: Event, context: Context) => Promise<Answer>;
}

/** Made once in each entry. @param stage the name that it is deployed under */
export function observed(service: Service, stage: string): Observed {
  const log = lambdaLog(service);
  const metrics = emfMetrics(service, stage);
  return {
    log,
    metrics,
    entry: (handler) => async (event, context) => {
      log.during(context.awsRequestId);
      try {
        return await handler(event, context);
      } finally {
        metrics.flush();
      }
    },
  };
}
