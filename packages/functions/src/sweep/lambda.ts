import { sesMail } from "../adapters/mail.ts";
import { sealedSessions } from "../adapters/sealed.ts";
import { openTable, storage } from "../adapters/storage.ts";
import { world } from "../adapters/world.ts";
import { makeOnProblem } from "../digest/problem.ts";
import { observed } from "../metrics/observed.ts";
import { linkedConfig, linkedStage } from "../resources.ts";
import { makeSweepHandler } from "./handler.ts";
import { makePerformSweep } from "./perform.ts";
import { systemClock } from "./systemClock.ts";

const config = linkedConfig();
const { log, metrics, entry } = observed("sweep", linkedStage());
const table = openTable(config.table);
const ports = {
  ...world,
  ...storage(table),
  sessions: sealedSessions(table, config.sealing),
  mailer: sesMail(config),
  webOrigin: config.webOrigin,
  ...{ log, metrics },
};
const ending = new AbortController();
process.once("SIGTERM", () => ending.abort());

/** The entry of the sweep function. */
export const handler = entry(
  makeSweepHandler({
    ...ports,
    performSweep: makePerformSweep({
      ...{ site: config.site, clock: systemClock, random: world.random, signal: ending.signal },
      stopSwitch: ports.stopSwitch,
    }),
    onProblem: makeOnProblem(ports),
  }),
);
