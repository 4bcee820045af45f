import { sesMail } from "../adapters/mail.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { linkedConfig } from "../resources.ts";
import { makeDigestHandler } from "./handler.ts";

const config = linkedConfig();

/** The entry of the digest function. */
export const handler = makeDigestHandler({
  ...world,
  ...storage(openTable(config.table)),
  mailer: sesMail(config),
  webOrigin: config.webOrigin,
  log: lambdaLog("digest"),
});
