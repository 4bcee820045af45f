import { adapters } from "../adapters.ts";
import { readConfig } from "../config.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { makeWebHandler } from "./handler.ts";

const config = readConfig(process.env);

/** The entry of the web function. */
export const handler = makeWebHandler({
  ...adapters(config),
  ...{ webOrigin: config.webOrigin, secure: config.webOrigin.startsWith("https:"), log: lambdaLog("web") },
});
