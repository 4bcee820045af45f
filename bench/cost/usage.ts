import { defaultPolicy } from "@lapse/core/policy/defaults";
import { paceOf } from "@lapse/core/sweep/pace";
import type { Measured } from "./measured.ts";

/** What a member does in a month of 30 days, at the default policy. */
export const memberMonth = {
  sweeps: 30,
  /** Of a steady member: about as many invitations go unanswered as are sent. */
  withdrawals: 40,
  digests: 30 / 7,
  /** Codes and problems. */
  otherMails: 1,
  pages: 10,
  /** Answers that a sweep waits for to read some 200 rows, that a withdrawal waits for, and how long the site takes: assumed. */
  answers: { reading: 25, withdrawal: 3, ms: 300 },
  /** Rows of the ledger, and of it what each sweep reads: a year's worth. */
  ledgerEvents: 3 * 40 + 2 * 30,
  ledgerEventBytes: 350,
} as const;

export const memoryGb = { sweep: 2, other: 0.5, web: 1, edge: 0.125 } as const;

const hoursPerMonth = 730;

/** Lambda gives a function of 1,769 MB one core, and others their share (AWS, Configure Lambda function memory). */
function share(gb: number): number {
  return Math.max(1, 1.769 / gb);
}

/** Everything that is billed, as amounts in a month. */
export interface Usage {
  readonly lambdaRequests: number;
  readonly lambdaGbSeconds: number;
  readonly ephemeralGbSeconds: number;
  readonly edgeRequests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly storedGb: number;
  readonly queueRequests: number;
  readonly keyRequests: number;
  readonly mails: number;
  readonly logGb: number;
  readonly pageRequests: number;
  readonly pageGb: number;
  readonly scheduled: number;
}

export interface SweepSeconds {
  readonly all: number;
  /** Of them: waiting for the site, and pausing between two withdrawals. */
  readonly answered: number;
  readonly paused: number;
}

/** Billed seconds of one member's sweeps in a month, as if each began in a cold environment. */
export function sweepSeconds(measured: Measured): SweepSeconds {
  const { sweeps, withdrawals, answers } = memberMonth;
  const { initMs } = functionOf(measured, "sweep");
  const { readMs, withdrawalMs, unpackMs } = measured.sweep;
  const pauses = Math.max(0, withdrawals - sweeps);
  const paused = (pauses * paceOf(defaultPolicy)) / 1e3;
  const answered = ((sweeps * answers.reading + withdrawals * answers.withdrawal) * answers.ms) / 1e3;
  const working = (sweeps * (initMs + unpackMs + readMs) + withdrawals * withdrawalMs) / 1e3;
  return { all: working + answered + paused, answered, paused };
}

export function usageOf(members: number, measured: Measured): Usage {
  const month = memberMonth;
  const sweep = sweepSeconds(measured);
  const mails = month.digests + month.otherMails;
  const seconds = (name: "dispatch" | "digestDispatch" | "digest" | "web" | "mailEvents") => {
    const { initMs, warmMs } = functionOf(measured, name);
    return ((initMs + warmMs) / 1e3) * share(name === "web" ? memoryGb.web : memoryGb.other);
  };
  // An hourly walk over all members takes longer the more there are; 10 ms for each is what the emulator needs.
  const walk = (hoursPerMonth * members * 10) / 1e3;
  const perMemberSeconds = month.digests * seconds("digest") + 0.02 * mails * seconds("mailEvents");
  const scheduledSeconds = hoursPerMonth * (seconds("dispatch") + seconds("digestDispatch")) + walk;
  const pageSeconds = month.pages * seconds("web");
  const ledgerUnits = Math.ceil((12 * month.ledgerEvents * month.ledgerEventBytes) / 4_096);
  const messages = month.sweeps + month.digests;
  return {
    lambdaRequests: members * (month.sweeps + month.digests + month.pages) + 2 * hoursPerMonth,
    lambdaGbSeconds:
      members *
        (sweep.all * memoryGb.sweep + perMemberSeconds * memoryGb.other + pageSeconds * memoryGb.web) +
      scheduledSeconds * memoryGb.other,
    // The first 512 MB are free.
    ephemeralGbSeconds: members * sweep.all * 0.5,
    edgeRequests: members * month.pages,
    readUnits:
      members *
        (month.sweeps * (ledgerUnits + 20) +
          month.withdrawals * 4 +
          month.digests * ledgerUnits +
          month.pages * 30) +
      hoursPerMonth * members * 0.5,
    writeUnits: members * (month.sweeps * 8 + month.withdrawals * 4 + month.digests * 4 + month.pages * 2),
    storedGb: (members * (12 * month.ledgerEvents * month.ledgerEventBytes + 250_000)) / 1e9,
    // Send, receive and delete of each message, and the idle polls of two queues: five pollers, one in 20 s.
    queueRequests: members * messages * 3 + 2 * 5 * 3 * 60 * hoursPerMonth,
    keyRequests: members * month.sweeps * 2,
    mails: members * mails,
    logGb: (members * (month.sweeps * 10 + month.withdrawals * 3 + month.pages * 2) * 600) / 1e9,
    pageRequests: members * month.pages * 3,
    pageGb: (members * month.pages * 30_000) / 1e9,
    scheduled: 2 * hoursPerMonth,
  };
}

function functionOf(measured: Measured, name: keyof Measured["functions"]) {
  return measured.functions[name];
}
