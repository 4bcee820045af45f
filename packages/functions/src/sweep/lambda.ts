import { adapters } from "../adapters.ts";
import { readConfig } from "../config.ts";
import { makeOnProblem } from "../digest/problem.ts";
import { lambdaLog } from "../log/lambdaLog.ts";
import { makeSweepHandler } from "./handler.ts";
import { makePerformSweep } from "./perform.ts";
import { systemClock } from "./systemClock.ts";

const config = readConfig(process.env);
const log = lambdaLog("sweep");
const ports = { ...adapters(config), webOrigin: config.webOrigin, log };
const ending = new AbortController();
process.once("SIGTERM", () => ending.abort());

/** The entry of the sweep function. */
export const handler = makeSweepHandler({
  ...ports,
  performSweep: makePerformSweep({
    ...{ site: config.site, clock: systemClock, random: ports.random, signal: ending.signal },
  }),
  onProblem: makeOnProblem(ports),
});
