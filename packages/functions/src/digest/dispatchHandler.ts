import middy from "@middy/core";
import type { Context, ScheduledEvent } from "aws-lambda";
import type { Metrics } from "../metrics/metrics.ts";
import { type DigestDispatchPorts, type DigestsDispatched, dispatchDigests } from "./dispatchDigests.ts";

export interface DigestDispatchHandlerPorts extends DigestDispatchPorts {
  readonly metrics: Metrics;
}

/** What has to be left, in ms, for sending the last messages and for saying how it went. */
const closingTime = 10_000;

/** Runs every hour: each member has a weekday and an hour of their own. What the event says does not matter. */
export function makeDigestDispatchHandler(ports: DigestDispatchHandlerPorts) {
  const { log, metrics } = ports;
  return middy<ScheduledEvent, DigestsDispatched>().handler(
    async (_event: ScheduledEvent, context: Context) => {
      const isLate = () => context.getRemainingTimeInMillis() < closingTime;
      const dispatched = await dispatchDigests(ports, isLate);
      if (!dispatched.whole) log.warn("no time for the rest of the digests: they come with the next run");
      log.info("digests dispatched", { ...dispatched });
      metrics.add("DigestsDispatched", dispatched.sent);
      metrics.add("RecordsUnreadable", dispatched.unreadable);
      metrics.add("DigestRun", 1);
      return dispatched;
    },
  );
}
