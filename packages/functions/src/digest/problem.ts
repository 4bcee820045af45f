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
import { type OfferStep, offerState } from "./offers.ts";
import { lastTold } from "./told.ts";
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

/**
 * `told-before`: by an earlier run, or by a digest; `failed`: the mail was not sent, or may not have been. After
 * `deferred` (it was not taken now), `waits` (that was a moment ago) and `in-flight` (another run is at it) a later run
 * looks again.
 */
export type ProblemTold = "nothing" | "told-before" | "sent" | "failed" | "deferred" | "waits" | "in-flight";

/**
 * Writes to the member once about what needs them, at once and not again until it changes. The mail is opened in the
 * ledger first, by one conditional write under the problem's own key; whoever does not get it sends nothing, and a
 * mail whose answer never came is not sent again: SES knows no idempotency key. One that was deferred was certainly not
 * taken; that is written down, and opens the problem to one more try.
 */
export async function tellProblem(memberId: string, ports: ProblemPorts): Promise<ProblemTold> {
  const member = await ports.members.get(memberId);
  // Whoever wants mails again within the time is still told.
  if (member === null || member.mail === "off") return "nothing";
  const told = await tellMember(member, ports);
  const isOpen = told === "deferred" || told === "waits" || told === "in-flight";
  // Only now, and only what was there before the ledger was read.
  if (member.untoldSince !== null && !isOpen) await ports.members.setTold(memberId, member.untoldSince);
  return told;
}

async function tellMember(member: Member, ports: ProblemPorts): Promise<ProblemTold> {
  const now = ports.now();
  const ledger = ports.ledgerOf(member.id);
  const events = await ledger.read();
  if (!events.some((event) => event.at >= now - problemToldWithinMs && needsMember(event))) return "nothing";
  const found = problemOf(events, sessionSince(member));
  if (found === null) return "nothing";
  const state = offerState(problemSteps(events, found), now);
  if (state.kind === "in-flight") return "in-flight";
  if (state.kind !== "open") return "told-before";
  const { attempt, tooSoon } = state;
  // A digest may have told of it since it was not taken.
  if (attempt > 1 && (lastTold(events)?.until ?? 0) >= found.since) return "told-before";
  if (tooSoon) return "waits";

  const run = ports.newRunId();
  const which = attempt === 1 ? {} : { attempt };
  const about = { kind: "problem-mail", ...found, ...which, run, account: null } as const;
  const opening = { ...about, step: "sending", at: now } as const;
  if (!(await ledger.openProblem(opening))) return "in-flight";
  const step = await send(member, found, run, now, ports);
  await ledger.append({ ...about, step, at: ports.now() });
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
      if (told === "deferred")
        log.warn("a mail about a problem was not taken now; a later run offers it again");
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
): Promise<"sent" | "failed" | "deferred"> {
  const links = linksFor(ports.webOrigin, member, now);
  const mail = renderDigest(composeProblemMail(found, member.policy, now), links);
  const about = { kind: "problem", member: member.id, run } as const;
  const outcome = await ports.mailer.send({
    ...{ to: member.email, ...mail, unsubscribeUrl: links.unsubscribe, about },
  });
  switch (outcome.kind) {
    case "sent":
    case "deferred":
      return outcome.kind;
    case "refused":
    case "unclear":
      return "failed";
  }
}

/** What runs did with the mail about this problem. */
function problemSteps(events: readonly LedgerEvent[], found: Problem): readonly OfferStep[] {
  return events.flatMap((event): OfferStep[] => {
    if (event.kind !== "problem-mail" || !isAbout(event, found)) return [];
    const { run, at, step } = event;
    return [{ run, at, step: step === "sending" ? "opened" : step === "deferred" ? "deferred" : "ended" }];
  });
}

function needsMember(event: LedgerEvent): boolean {
  return event.kind === "sweep-ended" && outcomeFacts[event.outcome].actor === "member";
}

function isAbout(event: { readonly problem: string; readonly since: number }, found: Problem): boolean {
  return event.problem === found.problem && event.since === found.since;
}
