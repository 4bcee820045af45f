import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { digestMessageIn } from "../queue/digestMessage.ts";
import { cannotBeRead } from "../store/readings.ts";
import { type DigestPorts, digestMember } from "./digestMember.ts";
import { makeOnProblem, type ProblemPorts } from "./problem.ts";
import { problemUntold } from "./toldByRecord.ts";

export interface DigestHandlerPorts extends DigestPorts, ProblemPorts {
  readonly members: DigestPorts["members"] & ProblemPorts["members"];
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What has to be left, in ms, before a mail is begun: its answer must still be written down. */
const answerTime = 30_000;

/**
 * Takes digests off the queue. One that fails, or for which no time is left, is reported as a failed item, so that SQS
 * gives back that one alone. The mapping needs `ReportBatchItemFailures`.
 */
export function makeDigestHandler(ports: DigestHandlerPorts) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }: SQSEvent, context: Context) => {
    const failed: string[] = [];
    // One after the other: SES takes so many mails a second, and each of these workers sends its share.
    for (const record of Records) {
      const inTime = context.getRemainingTimeInMillis() >= answerTime;
      if (!inTime) ports.log.warn("no time for a digest", { messageId: record.messageId });
      if (!inTime || !(await digestRecord(record, ports))) failed.push(record.messageId);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

/** Tells the member of a message what is to be told; false where the message has to come again. */
async function digestRecord({ messageId, body }: SQSRecord, ports: DigestHandlerPorts): Promise<boolean> {
  const { members, metrics } = ports;
  const message = digestMessageIn(body);
  if (message === null) {
    ports.log.error("a message on the queue of digests is none of ours", null, { messageId });
    metrics.add("DigestsFailed", 1);
    return false;
  }
  const { memberId, runId } = message;
  const log = ports.log.with({ messageId, memberId, runId });
  // Another one for each attempt, because a message can come twice: the ledger takes the same event of the same run for
  // one request that was sent twice, and would let both open the week.
  const newRunId = () => `${runId}_${ports.newRunId()}`;
  try {
    const member = await members.get(memberId);
    if (member === null) {
      log.info("a digest for somebody who has left");
      return true;
    }
    // First, so that the digest knows that the member was told.
    const untold = problemUntold(member, ports.now());
    const problem = untold ? await makeOnProblem({ ...ports, log, newRunId })(memberId) : "nothing";
    const tells: string[] = [];
    const whys: string[] = [];
    const onTelling = (runs: readonly string[]) => void tells.push(...runs);
    const digest = await digestMember(member, newRunId(), {
      ...ports,
      readings: readable(ports, log),
      onTelling,
      onNotSent: (why) => void whys.push(why),
    });
    const [why] = whys;
    if (digest === "failed") log.warn("a digest was not sent, or may not have been", { why });
    if (digest === "deferred") log.warn("a digest was not taken now; a later run offers it again", { why });
    log.info("digest ended", { digest, problem, tells });
    if (digest === "sent") metrics.add("DigestsSent", 1);
    if (digest === "failed" || digest === "deferred") metrics.add("DigestsFailed", 1);
    return problem !== "faulty";
  } catch (fault) {
    log.error("a digest failed", fault);
    metrics.add("DigestsFailed", 1);
    return false;
  }
}

/**
 * One that cannot be read is read anew with the next sweep; until then the digest goes by what the last one left. Where
 * only the table did not answer, the message comes again: a week is not closed on an old plan.
 */
function readable({ readings }: DigestHandlerPorts, log: Log): DigestPorts["readings"] {
  return {
    get: (memberId) =>
      readings.get(memberId).catch((fault: unknown) => {
        if (!cannotBeRead(fault)) throw fault;
        log.error("a stored reading cannot be read", fault);
        return null;
      }),
  };
}
