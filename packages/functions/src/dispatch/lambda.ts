import { adapters } from "../adapters.ts";
import { readConfig } from "../config.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { makeDispatchHandler } from "./handler.ts";

/** The entry of the dispatch function. */
export const handler = makeDispatchHandler({
  ...adapters(readConfig(process.env)),
  log: lambdaLog("dispatch"),
});
