import { randomUUID } from "node:crypto";
import type { Context, ScheduledEvent } from "aws-lambda";
import { region } from "./environment.ts";

/** The longest that Lambda lets a function run, ms. */
const longestMs = 15 * 60_000;

/** What Lambda tells a function about its invocation. */
export function lambdaContext(name: string): Context {
  const deadline = Date.now() + longestMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:${region}:000000000000:function:${name}`,
    memoryLimitInMB: "2048",
    awsRequestId: randomUUID(),
    logGroupName: name,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

/** What EventBridge Scheduler sends every hour. */
export function scheduledEvent(): ScheduledEvent {
  return {
    ...{ version: "0", id: randomUUID(), account: "000000000000", region, resources: [] },
    ...{
      source: "aws.scheduler",
      "detail-type": "Scheduled Event",
      time: new Date().toISOString(),
      detail: {},
    },
  };
}
