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
import { type OfferState, offerState } from "./offers.ts";
import { lastTold, weekSteps } from "./told.ts";
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
  const now = ports.now();
  const slot = digestSlotDue(member, now);
  if (slot === null) return "not-due";

  const ledger = ports.ledgerOf(member.id);
  // That in which it was due, however late it is: the next week keeps its own.
  const week = isoWeek(slot, member.policy.timezone);
  const note = (fact: LedgerFact) => ledger.append({ ...fact, at: ports.now(), run, account: null });
  const events = await ledger.read();
  const done = await settle(offerState(weekSteps(events, week), now), {
    ...{ member, run, week, now, events, ledger, note, ports },
  });
  // A later run looks again.
  if (done === "in-flight" || done === "waits") return done;
  if (done !== "deferred") await ports.members.setLastDigestSlot(member.id, slot);
  // Who left meanwhile left before some of this was written.
  await ports.members.clearGone(member.id);
  return done;
}

/** One member's week, and what one run needs for it. */
interface Week {
  readonly member: Member;
  readonly run: string;
  /** ISO 8601, in the member's zone. */
  readonly week: string;
  readonly now: number;
  readonly events: readonly LedgerEvent[];
  readonly ledger: MemberLedger;
  readonly note: (fact: LedgerFact) => Promise<void>;
  readonly ports: DigestPorts;
}

async function settle(state: OfferState, about: Week): Promise<DigestDone> {
  switch (state.kind) {
    case "in-flight":
      return "in-flight";
    case "ended":
      return "ended-before";
    case "abandoned": {
      const reason = "no answer was recorded, so it may have arrived; it is not sent again";
      await about.note({ kind: "digest-failed", week: about.week, reason });
      return "failed";
    }
    case "open":
      return state.tooSoon ? "waits" : offer(state.attempt, about);
  }
}

/** Opens the week and sends its mail; `in-flight` where another run was quicker. */
async function offer(attempt: number, about: Week): Promise<DigestDone> {
  const { member, run, week, now, events, ledger, ports } = about;
  const told = lastTold(events) ?? { until: member.createdAt, at: member.createdAt };
  const facts = digestFacts({
    ...{ events, policy: member.policy, now, since: told.until, toldAt: told.at },
    ...{ reading: await ports.readings.get(member.id), sessionSince: sessionSince(member) },
  });
  const links = linksFor(ports.webOrigin, member, now);
  const content = composeDigest(facts, links.keep("").length);
  const { until } = facts;
  const which = attempt === 1 ? {} : { attempt };
  const opening = { kind: "digest", week, ...which, until, at: now, run, account: null } as const;
  if (!(await ledger.openWeek({ ...opening, ...stepOf(content) }))) return "in-flight";
  if (content.kind === "quiet") return "quiet";
  ports.onTelling?.(sweepsBetween(events, told.until, until));
  return deliver(content, links, about);
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

async function deliver(content: DigestMail, links: DigestLinks, about: Week): Promise<DigestDone> {
  const { week, note, run } = about;
  const { mailer, onNotSent } = about.ports;
  const mail = renderDigest(content, links);
  const outcome = await mailer.send({
    ...{ to: about.member.email, ...mail, unsubscribeUrl: links.unsubscribe },
    about: { kind: "digest", member: about.member.id, run },
  });
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
