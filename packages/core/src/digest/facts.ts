import { invitationKey } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { foldLedger } from "../ledger/fold.ts";
import type { Policy } from "../policy/policy.ts";
import type { ItemState } from "../sweep/result.ts";
import { type Coming, comingUp } from "./comingUp.ts";
import { type Fate, fatesOf } from "./fates.ts";
import { type Standing, standings } from "./standing.ts";

/** After this long without a mail one is sent even if there is nothing to say: silence would look like a fault. */
const longestSilence = 28 * 86_400_000;

export interface DigestInput {
  readonly events: readonly LedgerEvent[];
  readonly policy: Policy;
  /** ms since 1970. */
  readonly now: number;
  /** What happened up to here an earlier digest told; ms since 1970. */
  readonly since: number;
}

/** What a digest has to say. All times are ms since 1970. */
export interface DigestFacts {
  readonly policy: Policy;
  readonly now: number;
  readonly since: number;
  /** How the latest sweep left things, unless that was well or was told before. */
  readonly standing: Standing | null;
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
  /** No mail for four weeks. */
  readonly longSilent: boolean;
}

/** What the latest sweep that read the list saw. */
export interface LookedAt {
  readonly at: number;
  readonly pending: number | null;
  readonly read: number;
  readonly counts: Readonly<Partial<Record<ItemState, number>>>;
  /** How many sweeps there were since the last digest. */
  readonly sweeps: number;
}

type SweepEnded = Extract<LedgerEvent, { kind: "sweep-ended" }>;

/** Gathers it from the ledger. What is not proved there is not said to have been done. */
export function digestFacts({ events, policy, now, since }: DigestInput): DigestFacts {
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
  const latestReading = readings.at(-1);
  const recent = readings.filter((sweep) => sweep.at > since);
  const longSilent = now - (lastMailAt(past) ?? past[0]?.at ?? now) >= longestSilence;
  const told = latest === undefined || (latest.at <= since && !longSilent);
  return {
    policy,
    now,
    since,
    standing: told ? null : standings[latest.outcome],
    withdrawn: fates.filter((fate) => fate.kind === "withdrawn"),
    unproved: fates.filter((fate) => fate.kind === "unproved"),
    failed: fates.filter((fate) => fate.kind === "failed"),
    comingUp: latestReading === undefined ? [] : stillComing(latestReading, past, policy, now),
    answered: sum(recent, "answered"),
    ignored: fates.filter((fate) => fate.kind === "ignored").length,
    lookedAt: lookedAt(readings, recent.length),
    longSilent,
  };
}

/** Without those that a sweep that has not ended yet took in hand meanwhile. */
function stillComing(
  latest: SweepEnded,
  past: readonly LedgerEvent[],
  policy: Policy,
  now: number,
): Coming[] {
  const since = fatesOf(past).filter((fate) => fate.at > latest.at);
  const taken = new Set(since.map((fate) => invitationKey(fate.ref)));
  const left = latest.upcoming.filter((each) => !taken.has(invitationKey(each)));
  return comingUp(left, foldLedger(past).announced, policy, now);
}

function lookedAt(sweeps: readonly SweepEnded[], count: number): LookedAt | null {
  const reading = sweeps.findLast(
    ({ read, outcome }) => read > 0 || outcome === "done" || outcome === "nothing-due",
  );
  if (reading === undefined) return null;
  const { at, pending, read, counts } = reading;
  return { at, pending, read, counts, sweeps: count };
}

function sum(sweeps: readonly SweepEnded[], state: ItemState): number {
  return sweeps.reduce((total, sweep) => total + (sweep.counts[state] ?? 0), 0);
}

function lastMailAt(past: readonly LedgerEvent[]): number | null {
  return past.findLast((event) => event.kind === "digest" && event.step === "sent")?.at ?? null;
}
