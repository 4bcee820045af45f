import { randomBytes } from "node:crypto";
import { openMemberTab } from "@lapse/browser/memberTab";
import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import { redactDeep } from "@lapse/core/session/redactDeep";
import { renewedSession } from "@lapse/core/session/renew";
import type { Session } from "@lapse/core/session/session";
import type { SweepPorts } from "@lapse/core/sweep/ports";
import { outcomeFacts, type SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { readPolicyFile, readSessionFile } from "./files.ts";
import { leaseFile } from "./leaseFile.ts";
import { openDataDirectory, openLedgerFile } from "./ledgerFile.ts";
import { readOptions, type SweepOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { writeSessionBack } from "./sessionFile.ts";
import { tableOf } from "./table.ts";

export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** `lapse sweep`: reads its files, runs one sweep, prints the result. Returns the exit status; throws UsageError. */
export async function sweepCommand(
  args: readonly string[],
  streams: Streams,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const options = readOptions(args);
  const policy = readPolicyFile(options.policyFile);
  if (policy.received.ignoreOlderThanDays !== null) {
    streams.err.write(
      "lapse: this version does not touch invitations that others sent; received.ignoreOlderThanDays has no effect.\n",
    );
  }
  const keeper = new SessionKeeper(options.sessionFile, readSessionFile(options.sessionFile));
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
  };
  const result = await sweep(ports, {
    run: randomBytes(8).toString("hex"),
    site: options.site,
    session: keeper.session,
    trigger: "by-hand",
    preview: options.preview,
    paceMs: options.paceMs,
    startedAt,
    budgetMs: options.budgetMs,
  });
  progress.clear();
  print(options, result, keeper.clean, streams);
  return outcomeFacts[result.outcome].exitStatus;
}

function print(options: SweepOptions, result: SweepResult, clean: Redactor, { out }: Streams): void {
  const safe = redactDeep(result, clean) as SweepResult;
  out.write(options.json ? `${JSON.stringify(safe, null, 2)}\n` : tableOf(safe));
}

/** Keeps the session and its file in step, and masks every value that the session ever had. */
class SessionKeeper {
  readonly #file: string;
  session: Session;
  #redactors: Redactor[];

  constructor(file: string, session: Session) {
    this.#file = file;
    this.session = session;
    this.#redactors = [makeRedactor(session)];
  }

  readonly clean = (text: string): string => this.#redactors.reduce((masked, redact) => redact(masked), text);

  renew(jar: Session["cookies"]): void {
    const renewed = renewedSession(this.session, jar);
    if (renewed === null) return;
    this.#redactors.push(makeRedactor(renewed));
    this.session = renewed;
    writeSessionBack(this.#file, renewed);
  }
}
