import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { makeMailEventsHandler } from "./handler.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("mail-events", linkedStage());

/** The entry of the function that hears what became of the mails. */
export const handler = entry(
  makeMailEventsHandler({
    ...world,
    ...storage(openTable(config.table)),
    configurationSet: config.mailConfigurationSet,
    ...{ log, metrics },
  }),
);
