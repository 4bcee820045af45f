import { digestsQueue } from "../adapters/queues.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { makeDigestDispatchHandler } from "./dispatchHandler.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("digest-dispatch", linkedStage());

/** The entry of the function that looks for due digests. */
export const handler = entry(
  makeDigestDispatchHandler({
    ...world,
    ...storage(openTable(config.table)),
    digestQueue: digestsQueue(config.digestQueueUrl),
    ...{ log, metrics },
  }),
);
