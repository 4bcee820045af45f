import { randomBytes } from "node:crypto";
import { openMemberTab } from "@lapse/browser/memberTab";
import type { Progress } from "@lapse/core/sweep/ports";
import type { ProfilePorts } from "@lapse/core/sweep/profile/ports";
import { withdrawFromProfile } from "@lapse/core/sweep/profile/withdrawal";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { readSessionFile } from "../command/files.ts";
import { progressLine, wordsOf } from "../command/progress.ts";
import { SessionKeeper } from "../command/sessionKeeper.ts";
import { resultOf, type Shown, showResult } from "../command/showResult.ts";
import { type Streams, sayTo } from "../command/streams.ts";
import { leaseFile } from "../sweep/leaseFile.ts";
import { openDataDirectory, openLedgerFile } from "../sweep/ledgerFile.ts";
import { recordedIn } from "../sweep/onDisk.ts";
import { readWithdrawOptions, type WithdrawOptions } from "./options.ts";

/** `lapse withdraw`: one withdrawal on a person's own page. Returns the exit status; throws UsageError. */
export async function withdrawCommand(
  args: readonly string[],
  streams: Streams,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const options = readWithdrawOptions(args);
  const shown = { streams, json: options.json, startedAt };
  return resultOf(shown, () => withdrawOnce(options, shown, signal));
}

async function withdrawOnce(options: WithdrawOptions, shown: Shown, signal: AbortSignal): Promise<number> {
  const { streams, startedAt } = shown;
  const session = await readSessionFile(options.sessionFile, signal);
  const keeper = new SessionKeeper(options.sessionFile, session, sayTo(streams));
  openDataDirectory(options.data);
  const ledger = openLedgerFile(options.data, keeper.clean);
  const progress = progressLine(streams.err, keeper.clean, wordsOnProfile);
  const ports: ProfilePorts = {
    openTab: () =>
      openMemberTab(options.site, keeper.session, () =>
        streams.err.write("lapse: unpacking the browser, once ...\n"),
      ),
    clock: systemClock,
    ledger,
    lease: leaseFile(options.data, systemClock.now),
    signal,
    onCookies: async (jar) => keeper.renew(jar),
    onProgress: progress.show,
  };
  const { site, profile, preview, budgetMs } = options;
  const run = randomBytes(8).toString("hex");
  const request = { run, site, session: keeper.session, profile, preview, startedAt, budgetMs };
  const result = await recordedIn(ledger, streams, () => withdrawFromProfile(ports, request));
  progress.clear();
  return showResult(shown, result, keeper.clean);
}

function wordsOnProfile(progress: Progress): string {
  switch (progress.step) {
    case "opening":
      return "opening the profile …";
    case "withdrawing":
      return `withdrawing the invitation to ${progress.name} …`;
    case "checking":
      return "checking on a fresh load of the profile …";
    default:
      return wordsOf(progress);
  }
}
