import { sesMail } from "../adapters/mail.ts";
import { sweepsQueue } from "../adapters/queues.ts";
import { sealedSessions } from "../adapters/sealed.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { sourceOf } from "./border/source.ts";
import { makeWebHandler } from "./handler.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("web", linkedStage());
const table = openTable(config.table);

/** The entry of the web function. */
export const handler = entry(
  makeWebHandler({
    ...world,
    ...storage(table),
    sessions: sealedSessions(table, config.sealing),
    queue: sweepsQueue(config.sweepQueueUrl),
    mailer: sesMail(config),
    sourceOf,
    webOrigin: config.webOrigin,
    secure: true,
    ...{ log, metrics },
  }),
);
