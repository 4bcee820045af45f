import { sweepsQueue } from "../adapters/queues.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { linkedConfig } from "../resources.ts";
import { makeDispatchHandler } from "./handler.ts";

const config = linkedConfig();

/** The entry of the dispatch function. */
export const handler = makeDispatchHandler({
  ...world,
  ...storage(openTable(config.table)),
  queue: sweepsQueue(config.sweepQueueUrl),
  log: lambdaLog("dispatch"),
});
