import { adapters } from "../adapters.ts";
import { readConfig } from "../config.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { makeDigestHandler } from "./handler.ts";

const config = readConfig(process.env);

/** The entry of the digest function. */
export const handler = makeDigestHandler({
  ...adapters(config),
  ...{ webOrigin: config.webOrigin, log: lambdaLog("digest") },
});
