import { randomBytes } from "node:crypto";
import { openMemberTab } from "@lapse/browser/memberTab";
import { reportText } from "@lapse/core/linkedin/report/text";
import type { SweepPorts } from "@lapse/core/sweep/ports";
import { sweep } from "@lapse/core/sweep/sweep";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { readPolicyFile, readSessionFile } from "../command/files.ts";
import { progressLine } from "../command/progress.ts";
import { SessionKeeper } from "../command/sessionKeeper.ts";
import { resultOf, type Shown, showResult } from "../command/showResult.ts";
import { type Streams, sayTo } from "../command/streams.ts";
import { keepDriftReport } from "./driftFile.ts";
import { leaseFile } from "./leaseFile.ts";
import { openDataDirectory, openLedgerFile } from "./ledgerFile.ts";
import { recordedIn } from "./onDisk.ts";
import { readOptions, type SweepOptions } from "./options.ts";

/** `lapse sweep`: reads its files, runs one sweep, prints the result. Returns the exit status; throws UsageError. */
export async function sweepCommand(
  args: readonly string[],
  streams: Streams,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const options = readOptions(args);
  const shown = { streams, json: options.json, startedAt };
  return resultOf(shown, () => sweepOnce(options, shown, signal));
}

async function sweepOnce(options: SweepOptions, shown: Shown, signal: AbortSignal): Promise<number> {
  const { streams, startedAt } = shown;
  const policy = await readPolicyFile(options.policyFile, signal);
  const session = await readSessionFile(options.sessionFile, signal);
  const keeper = new SessionKeeper(options.sessionFile, session, sayTo(streams));
  openDataDirectory(options.data);
  const ledger = openLedgerFile(options.data, keeper.clean);
  const progress = progressLine(streams.err, keeper.clean);
  const ports: SweepPorts = {
    openTab: () =>
      openMemberTab(options.site, keeper.session, () =>
        streams.err.write("lapse: unpacking the browser, once ...\n"),
      ),
    clock: systemClock,
    random: Math.random,
    ledger,
    lease: leaseFile(options.data, systemClock.now),
    signal,
    policy: async () => policy,
    onCookies: async (jar) => keeper.renew(jar),
    onProgress: progress.show,
    onDrift: (report) => {
      const path = keepDriftReport(options.data, keeper.clean(reportText(report)), systemClock.now());
      progress.clear();
      streams.err.write(
        `lapse: what the page looked like is in ${path}; no names, texts or addresses are in it.\n`,
      );
    },
  };
  const { site, preview, paceMs, budgetMs } = options;
  const run = randomBytes(8).toString("hex");
  const request = { run, site, session: keeper.session, preview, paceMs, startedAt, budgetMs };
  const result = await recordedIn(ledger, streams, () => sweep(ports, { ...request, trigger: "by-hand" }));
  progress.clear();
  return showResult(shown, result, keeper.clean);
}
