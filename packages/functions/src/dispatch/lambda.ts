import { sweepsQueue } from "../adapters/queues.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { makeDispatchHandler } from "./handler.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("dispatch", linkedStage());

/** The entry of the dispatch function. */
export const handler = entry(
  makeDispatchHandler({
    ...world,
    ...storage(openTable(config.table)),
    queue: sweepsQueue(config.sweepQueueUrl),
    ...{ log, metrics },
  }),
);
