import { composeDigest } from "@lapse/core/digest/compose";
import type { DigestContent } from "@lapse/core/digest/content";
import { digestFacts } from "@lapse/core/digest/facts";
import { type DigestLinks, type DigestMail, renderDigest } from "@lapse/core/digest/render";
import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { isoWeek } from "@lapse/core/schedule/isoWeek";
import type { Mailer } from "../mail/mailer.ts";
import type { MemberLedger } from "../store/ledger.ts";
import type { Members } from "../store/members.ts";
import type { Readings } from "../store/readings.ts";
import { linksFor, sessionSince } from "./links.ts";
import { lastTold, triesOf, weekState } from "./told.ts";
import { digestSlotDue } from "./toldByRecord.ts";

export interface DigestPorts {
  readonly members: Pick<Members, "setLastDigestSlot" | "clearGone">;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  /** The lists as they were read last: who is coming up is planned anew from there, as the dashboard does. */
  readonly readings: Pick<Readings, "get">;
  readonly mailer: Mailer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where members reach the pages. */
  readonly webOrigin: string;
  /** Takes the runs whose sweeps a mail tells of, before it is sent: so a run can be followed to its mail. */
  readonly onTelling?: (runs: readonly string[]) => void;
  /** Takes why a mail was not sent, or may not have been: nothing of the mail, and nobody's name. */
  readonly onNotSent?: (reason: string) => void;
}

/** After `deferred` (it was not taken now), `waits` (that was a moment ago) and `in-flight` a later run looks again. */
export type DigestDone =
  | "not-due"
  | "in-flight"
  | "waits"
  | "ended-before"
  | "quiet"
  | "sent"
  | "deferred"
  | "failed";

/**
 * Sends a member's digest where one is due: at most one for each ISO week of the member's zone, whatever fails. The
 * week is opened in the ledger first, by one conditional write; whoever does not get it sends nothing. A mail whose
 * answer never came is not sent again: SES knows no idempotency key. One that was deferred was certainly not taken; that
 * is written down, and opens the week to one more try.
 */
export async function digestMember(member: Member, run: string, ports: DigestPorts): Promise<DigestDone> {
  const { policy } = member;
  const now = ports.now();
  const slot = digestSlotDue(member, now);
  if (slot === null) return "not-due";

  const ledger = ports.ledgerOf(member.id);
  // That in which it was due, however late it is: the next week keeps its own.
  const week = isoWeek(slot, policy.timezone);
  const note = (fact: LedgerFact) => ledger.append({ ...fact, at: ports.now(), run, account: null });
  const events = await ledger.read();
  const { attempt, tooSoon } = triesOf(events, week, now);
  if (tooSoon) return "waits";
  const told = lastTold(events) ?? { until: member.createdAt, at: member.createdAt };
  const reading = await ports.readings.get(member.id);
  const facts = digestFacts({
    ...{
      events,
      reading,
      policy,
      now,
      since: told.until,
      toldAt: told.at,
      sessionSince: sessionSince(member),
    },
  });
  const links = linksFor(ports.webOrigin, member, now);
  const content = composeDigest(facts, links.keep("").length);
  const { until } = facts;
  const which = attempt === 1 ? {} : { attempt };
  const opening = { kind: "digest", week, ...which, until, at: now, run, account: null } as const;

  let done: DigestDone;
  if (!(await ledger.openWeek({ ...opening, ...stepOf(content) }))) {
    const state = weekState(events, week, now);
    // The next run looks again: then the other has ended, or died.
    if (state === "in-flight") return "in-flight";
    const reason = "no answer was recorded, so it may have arrived; it is not sent again";
    if (state === "abandoned") await note({ kind: "digest-failed", week, reason });
    done = state === "abandoned" ? "failed" : "ended-before";
  } else {
    if (content.kind !== "quiet") ports.onTelling?.(sweepsBetween(events, told.until, until));
    done = content.kind === "quiet" ? "quiet" : await deliver(content, week, links, member, run, note, ports);
  }
  if (done !== "deferred") await ports.members.setLastDigestSlot(member.id, slot);
  // Who left meanwhile left before some of this was written.
  await ports.members.clearGone(member.id);
  return done;
}

/** Whom the mail names is written before it is sent: if its answer is lost, their days hold and their keep links work. */
function stepOf(content: DigestContent) {
  if (content.kind === "quiet") return { step: "quiet" } as const;
  const { announces } = content;
  return { step: "sending", ...(announces.length > 0 ? { upcoming: announces } : {}) } as const;
}

/** Up to and with `until`, ms. */
function sweepsBetween(events: readonly LedgerEvent[], after: number, until: number): readonly string[] {
  return events.flatMap(({ kind, at, run }) =>
    kind === "sweep-ended" && at > after && at <= until ? [run] : [],
  );
}

async function deliver(
  content: DigestMail,
  week: string,
  links: DigestLinks,
  { id, email }: Member,
  run: string,
  note: (fact: LedgerFact) => Promise<void>,
  { mailer, onNotSent }: DigestPorts,
): Promise<DigestDone> {
  const mail = renderDigest(content, links);
  const about = { kind: "digest", member: id, run } as const;
  const outcome = await mailer.send({ to: email, ...mail, unsubscribeUrl: links.unsubscribe, about });
  if (outcome.kind !== "sent") onNotSent?.(outcome.reason);
  switch (outcome.kind) {
    case "sent":
      await note({ kind: "digest", week, step: "sent" });
      // Only now: a notice that may not have been given must not run.
      if (content.announces.length > 0) await note({ kind: "announced", upcoming: content.announces });
      return "sent";
    case "deferred":
      await note({ kind: "digest-failed", week, reason: outcome.reason, again: true });
      return "deferred";
    case "refused":
    case "unclear":
      await note({ kind: "digest-failed", week, reason: outcome.reason });
      return "failed";
  }
}
