import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Log } from "../log/log.ts";
import { secretLog } from "../log/secretLog.ts";
import { sweepMessageIn } from "../queue/sweepMessage.ts";
import { measured } from "./measured.ts";
import { MemberLeft } from "./memberLeft.ts";
import type { SweepPorts } from "./ports.ts";
import { runErrand } from "./runErrand.ts";
import { sweepMember } from "./sweepMember.ts";

export interface SweepHandlerPorts extends SweepPorts {
  readonly log: Log;
}

/** What is left, in ms, for closing the browser and storing the outcome before Lambda ends the process. */
const closingTime = 20_000;

/**
 * Takes sweeps and errands off the queue. One that fails is reported as a failed item, so that SQS gives back that one alone and,
 * after its last try, puts it into the dead-letter queue. The mapping needs `ReportBatchItemFailures`.
 */
export function makeSweepHandler(given: SweepHandlerPorts) {
  const ports = { ...given, performSweep: measured(given.performSweep, given.metrics, given.now) };
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }: SQSEvent, context: Context) => {
    const deadline = ports.now() + context.getRemainingTimeInMillis() - closingTime;
    const failed: string[] = [];
    // One after the other: a browser needs the whole machine.
    for (const record of Records) {
      if (!(await sweepRecord(record, deadline, ports))) failed.push(record.messageId);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

async function sweepRecord(record: SQSRecord, deadline: number, ports: SweepHandlerPorts): Promise<boolean> {
  const log = ports.log.with({ messageId: record.messageId });
  const message = sweepMessageIn(record.body);
  if (message === null) {
    log.error("a message on the queue of sweeps is none of ours", null);
    ports.metrics.add("SweepsFailed", 1);
    return false;
  }
  const { kind, memberId, runId } = message;
  // Made out here, so that a fault is masked as well.
  const secret = secretLog(log.with({ kind, memberId, runId }));
  try {
    const outcome = await (message.kind === "sweep"
      ? sweepMember(message, deadline, ports, secret)
      : runErrand(message, deadline, ports, secret));
    secret.log.info("sweep ended", { outcome });
    return outcome !== "in-hand";
  } catch (fault) {
    if (fault instanceof MemberLeft) return true;
    secret.log.error("sweep failed", fault);
    ports.metrics.add("SweepsFailed", 1);
    return false;
  }
}
