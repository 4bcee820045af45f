import type { Sealer } from "@lapse/core/session/seal";
import type { Session } from "@lapse/core/session/session";
import type { SweepOutcome, SweepResult } from "@lapse/core/sweep/result";
import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { connectSession } from "../../src/connect/connectSession.ts";
import type { SweepMessage } from "../../src/queue/sweepMessage.ts";
import { errandStore } from "../../src/store/errands.ts";
import { leaseStore } from "../../src/store/lease.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import { readingStore } from "../../src/store/readings.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import type { Table } from "../../src/store/table.ts";
import { makeSweepHandler } from "../../src/sweep/handler.ts";
import type { PerformSweep, SweepJob } from "../../src/sweep/port.ts";
import { keptLog } from "./log.ts";
import { aMember, monday } from "./member.ts";
import { keptMetrics } from "./metrics.ts";

export const secret = "AQEDATsecretvalue0123456789";
export const session: Session = { cookies: [{ name: "li_at", value: secret }], member: "/in/ada-example" };

/** The worker over a table; `sweep` is its browser, or stands for one by its outcome alone. Its clock stands until it is moved. */
export function worker(
  table: Table,
  sealer: Sealer,
  sweep: (job: SweepJob) => Promise<SweepOutcome | SweepResult>,
  onProblem?: (memberId: string) => Promise<void>,
) {
  const clock = { now: monday };
  const now = () => clock.now;
  let ids = 0;
  const newId = () => `v${++ids}`;
  const sessions = sessionStore(table, sealer, now, newId);
  const readings = readingStore(table, () => `r${++ids}`);
  const errands = errandStore(table, now);
  const { log, lines } = keptLog();
  const jobs: SweepJob[] = [];
  const performSweep: PerformSweep = async (job) => {
    jobs.push(job);
    const outcome = await sweep(job);
    if (typeof outcome !== "string") return outcome;
    const [startedAt, endedAt] = ["2026-11-23T09:30:00.000Z", "2026-11-23T09:31:00.000Z"];
    return {
      outcome,
      message: `It ended: ${outcome}.`,
      pending: null,
      read: 0,
      items: [],
      startedAt,
      endedAt,
    };
  };
  const all = members(table);
  const stop = stopSwitch(table, now);
  const { metrics, counted } = keptMetrics();
  const ledgerOf = (id: string) => ledgerStore(table, id);
  const handler = makeSweepHandler({
    ...{ members: all, sessions, readings, errands, performSweep, now, log, metrics, ledgerOf },
    stopSwitch: stop,
    leaseOf: (id) => leaseStore(table, id, now),
    ...(onProblem === undefined ? {} : { onProblem }),
  });
  const connect = async (id: string) => {
    await all.add(aMember(id));
    if (!(await connectSession(id, session, { members: all, sessions, now }))) throw new Error("no member");
  };
  /** As a page asks for it: written down, and put onto the queue. */
  const ask = async (message: Exclude<SweepMessage, { kind: "sweep" }>) => {
    const about = message.kind === "withdraw" ? message.profile : "";
    const { kind, memberId, runId } = message;
    await errands.begin(memberId, { kind, about, runId, askedAt: now() });
    return JSON.stringify(message);
  };
  const run = (...bodies: string[]) => handler(batch(bodies), lambda);
  const stores = { table, all, sessions, readings, errands, ledgerOf, stop };
  return { ...stores, clock, lines, counted, jobs, connect, ask, run };
}

const lambda = { getRemainingTimeInMillis: () => 900_000 } as Context;
const batch = (bodies: readonly string[]) =>
  ({ Records: bodies.map((body, i) => ({ messageId: `message-${i}`, body }) as SQSRecord) }) as SQSEvent;
