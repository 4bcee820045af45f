import { insightOf } from "../insight/insight.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { returnedRuns } from "../ledger/feedback.ts";
import type { Policy } from "../policy/policy.ts";
import type { Reading } from "../reading/reading.ts";
import type { ItemState } from "../sweep/result.ts";
import type { Coming } from "./comingUp.ts";
import { type Fate, fatesOf } from "./fates.ts";
import { hasRead, type LookedAt, lookedAt, type SweepEnded } from "./lookedAt.ts";
import { endsSession, isMailed, problemOf } from "./problem.ts";
import { type Standing, standings } from "./standing.ts";
import { stillComing } from "./stillComing.ts";

/**
 * After this long without a mail one is sent even if there is nothing to say: silence would look like a fault. Two
 * days short of four weeks, because the last mail may have gone out late, and an hour is lost in spring.
 */
const longestSilence = 26 * 86_400_000;

export interface DigestInput {
  readonly events: readonly LedgerEvent[];
  readonly policy: Policy;
  /** ms since 1970. */
  readonly now: number;
  /** What happened up to here an earlier digest told; ms since 1970. */
  readonly since: number;
  /** When that digest was written, which is later than what it told; ms. */
  readonly toldAt?: number;
  /** The lists as they were read last, from which is planned who is coming up; null or absent where none is stored. */
  readonly reading?: Reading | null;
  /** When the session in use was connected, ms; Infinity where there is none. */
  readonly sessionSince?: number;
}

/** What a digest has to say. All times are ms since 1970. */
export interface DigestFacts {
  readonly policy: Policy;
  readonly now: number;
  /** The day from which this digest tells. */
  readonly since: number;
  /**
   * Up to which event it tells. What a sweep writes while a digest is made is later than what the sweep wrote before,
   * and the next digest goes on from here: so nothing falls between the two, and nothing is told twice.
   */
  readonly until: number;
  /** Whether there is a session to sweep with, or was one that has to be renewed. */
  readonly connected: boolean;
  /** What needs the member, as long as it does; else how the latest sweep left things, unless that was told before. */
  readonly standing: Standing | null;
  /** Whether no mail told of that standing yet. */
  readonly standingIsNews: boolean;
  /** Proved, since the last digest; the newest first. */
  readonly withdrawn: readonly Fate[];
  readonly unproved: readonly Fate[];
  readonly failed: readonly Fate[];
  readonly comingUp: readonly Coming[];
  /** Gone without us: accepted, declined or taken back by hand. */
  readonly answered: number;
  /** Received invitations that were ignored, proved, since the last digest. */
  readonly ignored: number;
  readonly lookedAt: LookedAt | null;
  /** How long the member's invitations took to be answered; null where too little is known. */
  readonly insight: string | null;
  /** No mail for four weeks. */
  readonly longSilent: boolean;
}

/** Gathers it from the ledger. What is not proved there is not said to have been done. */
export function digestFacts(input: DigestInput): DigestFacts {
  const { events, policy, now, since, toldAt = since, reading = null, sessionSince = 0 } = input;
  const past = events.filter((event) => event.at <= now);
  const fates = fatesOf(past)
    .filter((fate) => fate.at > since)
    .reverse();
  const sweeps = past
    .filter((event) => event.kind === "sweep-ended")
    .filter((sweep) => sweep.outcome !== "busy");
  const latest = sweeps.at(-1);
  // One withdrawal on a person's own page says how things stand, but nothing of the list.
  const readings = sweeps.filter((sweep) => sweep.profile === undefined);
  const latestReading = readings.findLast(hasRead);
  const recent = readings.filter((sweep) => sweep.at > since);
  const longSilent = now - (lastMailAt(past) ?? past[0]?.at ?? now) >= longestSilence;
  const problem = problemOf(past, sessionSince);
  const untold =
    latest === undefined || (latest.at <= since && !longSilent) ? null : standings[latest.outcome];
  const problemIsNews = problem !== null && problem.since > since && !isMailed(past, problem);
  const other = untold?.actor === "member" ? null : untold;
  const connected = sessionSince !== Number.POSITIVE_INFINITY;
  const halted = !connected || (problem !== null && endsSession(problem.problem));
  return {
    policy,
    now,
    since: toldAt,
    until: past.filter(isTold).reduce((latest, { at }) => Math.max(latest, at), since),
    connected,
    standing: problem === null ? other : standings[problem.problem],
    standingIsNews: problem === null ? other !== null : problemIsNews || longSilent,
    withdrawn: fates.filter((fate) => fate.kind === "withdrawn"),
    unproved: fates.filter((fate) => fate.kind === "unproved"),
    failed: fates.filter((fate) => fate.kind === "failed"),
    comingUp:
      halted || latestReading === undefined
        ? []
        : stillComing({ latest: latestReading, reading, past, policy, now }),
    answered: sum(recent, "answered"),
    ignored: fates.filter((fate) => fate.kind === "ignored").length,
    lookedAt: lookedAt(readings, recent.length),
    insight: insightOf(past, policy)?.sentence ?? null,
    longSilent,
  };
}

/** What a sweep writes; the rest is the digests' own book-keeping, and what the member did. */
function isTold({ kind }: LedgerEvent): boolean {
  return !["announced", "confirmed", "digest", "digest-failed", "problem-mail", "mail-feedback"].includes(
    kind,
  );
}

function sum(sweeps: readonly SweepEnded[], state: ItemState): number {
  return sweeps.reduce((total, sweep) => total + (sweep.counts[state] ?? 0), 0);
}

/** The last one that went out and did not come back. */
function lastMailAt(past: readonly LedgerEvent[]): number | null {
  const returned = { digest: returnedRuns(past, "digest"), "problem-mail": returnedRuns(past, "problem") };
  const mails = past.filter((event) => event.kind === "digest" || event.kind === "problem-mail");
  return mails.findLast(({ step, kind, run }) => step === "sent" && !returned[kind].has(run))?.at ?? null;
}
