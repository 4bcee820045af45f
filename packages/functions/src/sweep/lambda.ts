import { sesMail } from "../adapters/mail.ts";
import { sealedSessions } from "../adapters/sealed.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { makeOnProblem } from "../digest/problem.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { linkedConfig } from "../resources.ts";
import { makeSweepHandler } from "./handler.ts";
import { makePerformSweep } from "./perform.ts";
import { systemClock } from "./systemClock.ts";

const config = linkedConfig();
const table = openTable(config.table);
const ports = {
  ...world,
  ...storage(table),
  sessions: sealedSessions(table, config.sealing),
  mailer: sesMail(config.mailFrom),
  webOrigin: config.webOrigin,
  log: lambdaLog("sweep"),
};
const ending = new AbortController();
process.once("SIGTERM", () => ending.abort());

/** The entry of the sweep function. */
export const handler = makeSweepHandler({
  ...ports,
  performSweep: makePerformSweep({
    ...{ site: config.site, clock: systemClock, random: world.random, signal: ending.signal },
  }),
  onProblem: makeOnProblem(ports),
});
