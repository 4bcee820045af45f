import middy from "@middy/core";
import type { Context, ScheduledEvent } from "aws-lambda";
import type { Log } from "../log/log.ts";
import type { Listed } from "../store/due.ts";
import { type DigestDone, type DigestPorts, digestMember } from "./digestMember.ts";
import { makeOnProblem, type ProblemPorts } from "./problem.ts";

export interface DigestHandlerPorts extends DigestPorts, ProblemPorts {
  readonly members: DigestPorts["members"] & ProblemPorts["members"];
  readonly everyMember: () => AsyncIterable<Listed>;
  readonly log: Log;
}

/**
 * How many members' digests ended in which way; `faulty` counts those that a fault of ours, or theirs, stopped, and
 * `problem` the mails about what needs the member, which the worker had not sent.
 */
export type Digested = Partial<Record<DigestDone | "faulty" | "problem", number>>;

/** What has to be left, in ms, before a mail is begun: its answer must still be written down. */
const answerTime = 30_000;

/** Runs every hour: each member has a weekday and an hour of their own. Who is not reached now is reached the next time. */
export function makeDigestHandler(ports: DigestHandlerPorts) {
  return middy<ScheduledEvent, Digested>().handler(async (_event: ScheduledEvent, context: Context) => {
    const { log } = ports;
    const counts: Digested = {};
    const onProblem = makeOnProblem(ports);
    for await (const listed of ports.everyMember()) {
      if (context.getRemainingTimeInMillis() < answerTime) {
        log.warn("no time for the rest of the digests");
        break;
      }
      // First, so that the digest knows that the member was told.
      const told = listed.ok ? await onProblem(listed.member.id) : "nothing";
      if (told === "sent") counts.problem = (counts.problem ?? 0) + 1;
      const done = await digestListed(listed, ports);
      counts[done] = (counts[done] ?? 0) + 1;
    }
    log.info("digests done", { ...counts });
    return counts;
  });
}

async function digestListed(listed: Listed, ports: DigestHandlerPorts): Promise<DigestDone | "faulty"> {
  const memberId = listed.ok ? listed.member.id : listed.memberId;
  // One for each attempt: the ledger takes the same event of the same run for a request that was sent twice.
  const runId = ports.newRunId();
  const log = ports.log.with({ memberId, runId });
  try {
    if (!listed.ok) throw listed.fault;
    const done = await digestMember(listed.member, runId, ports);
    if (done === "failed") log.warn("a digest was not sent, or may not have been");
    return done;
  } catch (fault) {
    log.error("a digest failed", fault);
    return "faulty";
  }
}
