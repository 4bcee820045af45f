import { openProfileTab } from "@lapse/browser/profileTab";
import type { Progress } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import type { Adapters } from "@lapse/functions/adapters";
import { readConfig } from "@lapse/functions/config";
import { makeOnProblem } from "@lapse/functions/digest/problem";
import { makeDispatchHandler } from "@lapse/functions/dispatch/handler";
import type { Mailer } from "@lapse/functions/mail/mailer";
import { noMetrics } from "@lapse/functions/metrics/metrics";
import { makeSweepHandler } from "@lapse/functions/sweep/handler";
import { makePerformSweep } from "@lapse/functions/sweep/perform";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { makeApp } from "@lapse/functions/web/app";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { Hono } from "hono";
import type { DataDirectory } from "./dataDirectory.ts";
import { type Digests, makeDigests } from "./digests.ts";
import { lambdaContext, scheduledEvent } from "./invoke.ts";
import { localAdapters } from "./localAdapters.ts";
import { localLog } from "./localLog.ts";
import { profileDirectory } from "./profiles.ts";

/** The functions as AWS would run them, in this process. */
export interface Functions extends Digests {
  readonly adapters: Adapters;
  readonly web: Hono;
  dispatch(): Promise<void>;
  sweep(event: SQSEvent): Promise<SQSBatchResponse | undefined>;
}

export interface FunctionOptions {
  readonly data: DataDirectory;
  /** Aborted when the stack stops: a sweep finishes the click in hand. */
  readonly signal: AbortSignal;
  /** Mean pause between two withdrawals, ms; null for the policy's. */
  readonly paceMs: number | null;
  readonly onProgress: (memberId: string, progress: Progress) => void;
  readonly onSwept: (memberId: string, result: SweepResult) => void;
  readonly report: (line: string) => void;
  /** Where mails go, in place of the inbox of this computer. */
  readonly mailer?: Mailer;
}

/** Makes the very handlers that Lambda runs, from the environment as it stands. */
export function makeFunctions(options: FunctionOptions): Functions {
  const config = readConfig(process.env);
  const { mailer } = options;
  const ports = {
    ...localAdapters(config, options.data),
    ...(mailer === undefined ? {} : { mailer }),
    log: localLog(options.report),
    metrics: noMetrics,
  };
  const perform = makePerformSweep({
    ...{ site: config.site, clock: systemClock, random: ports.random, signal: options.signal },
    stopSwitch: ports.stopSwitch,
    // A member who signed in by hand in a profile on this computer is swept with it.
    openProfileTab: (memberId) => openProfileTab(profileDirectory(options.data.path, memberId), config.site),
    onProgress: options.onProgress,
    ...(options.paceMs === null ? {} : { paceMs: options.paceMs }),
  });
  const sweep = makeSweepHandler({
    ...ports,
    performSweep: async (job) => {
      const result = await perform(job);
      options.onSwept(job.memberId, result);
      return result;
    },
    onProblem: makeOnProblem({ ...ports, webOrigin: config.webOrigin }),
  });
  const dispatch = makeDispatchHandler(ports);
  const digests = makeDigests({ ...ports, webOrigin: config.webOrigin }, options.signal);
  return {
    adapters: ports,
    web: makeApp({ ...ports, webOrigin: config.webOrigin, secure: config.webOrigin.startsWith("https:") }),
    dispatch: async () => void (await dispatch(scheduledEvent(), lambdaContext("dispatch"))),
    ...digests,
    sweep: async (event) => (await sweep(event, lambdaContext("sweep"))) ?? undefined,
  };
}
