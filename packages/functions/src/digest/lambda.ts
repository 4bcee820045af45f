import { sesMail } from "../adapters/mail.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { makeDigestHandler } from "./handler.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("digest", linkedStage());

/** The entry of the digest function. */
export const handler = entry(
  makeDigestHandler({
    ...world,
    ...storage(openTable(config.table)),
    mailer: sesMail(config),
    webOrigin: config.webOrigin,
    ...{ log, metrics },
  }),
);
