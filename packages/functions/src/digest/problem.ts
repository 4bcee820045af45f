import { type Problem, problemOf } from "@lapse/core/digest/problem";
import { composeProblemMail } from "@lapse/core/digest/problemMail";
import { renderDigest } from "@lapse/core/digest/render";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { outcomeFacts } from "@lapse/core/sweep/result";
import type { Log } from "../log/log.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { MemberLedger } from "../store/ledger.ts";
import type { Members } from "../store/members.ts";
import { linksFor, sessionSince } from "./links.ts";
import { problemToldWithinMs } from "./toldByRecord.ts";

export interface ProblemPorts {
  readonly members: Pick<Members, "get" | "clearGone" | "setTold">;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  readonly mailer: Mailer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRunId: () => string;
  /** Where members reach the pages. */
  readonly webOrigin: string;
}

/** `told-before`: by an earlier run, or one that is at it; `failed`: the mail was not sent, or may not have been. */
export type ProblemTold = "nothing" | "told-before" | "sent" | "failed";

/**
 * Writes to the member once about what needs them, at once and not again until it changes. The mail is opened in the
 * ledger first, by one conditional write under the problem's own key; whoever does not get it sends nothing, and a
 * mail whose answer never came is not sent again: SES knows no idempotency key.
 */
export async function tellProblem(memberId: string, ports: ProblemPorts): Promise<ProblemTold> {
  const member = await ports.members.get(memberId);
  // Whoever wants mails again within the time is still told.
  if (member === null || member.mail === "off") return "nothing";
  const told = await tellMember(member, ports);
  // Only now, and only what was there before the ledger was read.
  if (member.untoldSince !== null) await ports.members.setTold(memberId, member.untoldSince);
  return told;
}

async function tellMember(member: Member, ports: ProblemPorts): Promise<ProblemTold> {
  const now = ports.now();
  const ledger = ports.ledgerOf(member.id);
  const events = await ledger.read();
  if (!events.some((event) => event.at >= now - problemToldWithinMs && needsMember(event))) return "nothing";
  const found = problemOf(events, sessionSince(member));
  if (found === null) return "nothing";
  if (events.some((event) => event.kind === "problem-mail" && isAbout(event, found))) return "told-before";

  const run = ports.newRunId();
  const opening = { kind: "problem-mail", ...found, step: "sending", at: now, run, account: null } as const;
  if (!(await ledger.openProblem(opening))) return "told-before";
  const step = await send(member, found, run, now, ports);
  await ledger.append({ ...opening, step, at: ports.now() });
  // Who left meanwhile left before this was written.
  await ports.members.clearGone(member.id);
  return step;
}

/** What the worker calls after a sweep, with the sweep's run. It never throws: a sweep that was written down is over, whatever the mail does. */
export function makeOnProblem(
  ports: ProblemPorts & { readonly log: Log },
): (memberId: string, runId?: string) => Promise<ProblemTold | "faulty"> {
  return async (memberId, runId) => {
    const log = ports.log.with({ memberId, ...(runId === undefined ? {} : { runId }) });
    // Another one for each attempt, as for a digest: a sweep's message can come twice.
    const newRunId = () => (runId === undefined ? ports.newRunId() : `${runId}_${ports.newRunId()}`);
    try {
      const told = await tellProblem(memberId, { ...ports, newRunId });
      if (told === "failed") log.warn("a mail about a problem was not sent, or may not have been");
      return told;
    } catch (fault) {
      log.error("a mail about a problem failed", fault);
      return "faulty";
    }
  };
}

async function send(
  member: Member,
  found: Problem,
  run: string,
  now: number,
  ports: ProblemPorts,
): Promise<"sent" | "failed"> {
  const links = linksFor(ports.webOrigin, member, now);
  const mail = renderDigest(composeProblemMail(found, member.policy, now), links);
  const about = { kind: "problem", member: member.id, run } as const;
  const outcome = await ports.mailer.send({
    ...{ to: member.email, ...mail, unsubscribeUrl: links.unsubscribe, about },
  });
  return outcome.kind === "sent" ? "sent" : "failed";
}

function needsMember(event: LedgerEvent): boolean {
  return event.kind === "sweep-ended" && outcomeFacts[event.outcome].actor === "member";
}

function isAbout(event: { readonly problem: string; readonly since: number }, found: Problem): boolean {
  return event.problem === found.problem && event.since === found.since;
}
