import { sesMail } from "../adapters/mail.ts";
import { sweepsQueue } from "../adapters/queues.ts";
import { sealedSessions } from "../adapters/sealed.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { linkedConfig } from "../resources.ts";
import { makeWebHandler } from "./handler.ts";
import { sourceOf } from "./source.ts";

const config = linkedConfig();
const table = openTable(config.table);

/** The entry of the web function. */
export const handler = makeWebHandler({
  ...world,
  ...storage(table),
  sessions: sealedSessions(table, config.sealing),
  queue: sweepsQueue(config.sweepQueueUrl),
  mailer: sesMail(config.mailFrom),
  sourceOf,
  webOrigin: config.webOrigin,
  secure: true,
  log: lambdaLog("web"),
});
