import middy from "@middy/core";
import type { ScheduledEvent } from "aws-lambda";
import { type Dispatched, type DispatchPorts, dispatch } from "./dispatch.ts";

/** Runs every hour. What the event says does not matter: who is due is a question to the table and the clock. */
export function makeDispatchHandler(ports: DispatchPorts) {
  return middy<ScheduledEvent, Dispatched>().handler(async () => {
    const dispatched = await dispatch(ports);
    ports.log.info("sweeps dispatched", { ...dispatched });
    return dispatched;
  });
}
