import middy from "@middy/core";
import type { ScheduledEvent } from "aws-lambda";
import { StoredStateError } from "../errors.ts";
import { type Dispatched, type DispatchPorts, dispatch } from "./dispatch.ts";

/** Runs every hour. What the event says does not matter: who is due is a question to the table and the clock. */
export function makeDispatchHandler(ports: DispatchPorts) {
  const { log, metrics } = ports;
  return middy<ScheduledEvent, Dispatched | null>().handler(async () => {
    const dispatched = await dispatch(ports);
    metrics.add("Stopped", dispatched === null ? 1 : 0);
    if (dispatched === null) log.info("everything is stopped: nobody was dispatched");
    else {
      log.info("sweeps dispatched", { ...dispatched });
      metrics.add("SweepsDispatched", dispatched.sent);
      metrics.add("RecordsUnreadable", dispatched.unreadable);
      metrics.add("MembersOverdue", dispatched.overdue);
    }
    metrics.add("DispatchRun", 1);
    // Everybody else was sent for, and whoever calls this tries again.
    if (dispatched !== null && dispatched.unclaimed > 0)
      throw new StoredStateError(
        `The table did not take the claims of ${dispatched.unclaimed} of those who are due.`,
      );
    return dispatched;
  });
}
