import type { LedgerEvent } from "../ledger/event.ts";
import type { Policy } from "../policy/policy.ts";
import { type AnsweredCase, answeredCases } from "./cases.ts";

const day = 86_400_000;

/** Of fewer than this nothing is said: a share of a handful is chance. */
export const fewestCases = 30;
/** "Hardly any are answered later" begins here, in percent. */
const nearlyAll = 97;
/** Where most were seen to go within more than this, the days between two readings would be told, not the answers. */
const coarsest = 7 * day;

/** How many were answered by the time they were `days` old. */
export interface CurvePoint {
  /** Whole days, rounded up. */
  readonly days: number;
  readonly answered: number;
  /** Of all that were answered; in (0, 1]. */
  readonly share: number;
}

/** How long this member's invitations took to be answered, as far as Lapse saw it. */
export interface Insight {
  /** How many were answered: accepted, declined or taken back by hand. The site does not say which. */
  readonly cases: number;
  /** By days, growing, up to 1. Each answer is counted at the latest day on which it can have come. */
  readonly curve: readonly CurvePoint[];
  /** The first age, in days, by which at least 97 % of them were. */
  readonly days: number;
  /** The share that really was by then; at least 0.97. */
  readonly share: number;
  /** What the policy says, in days. */
  readonly olderThanDays: number;
  /** "Of the 84 that were answered, 97 % were within 19 days; you withdraw at 30." */
  readonly sentence: string;
}

/** What the ledger says of answers. Null where there are too few, or where they were seen too seldom to tell when. */
export function insightOf(
  events: readonly LedgerEvent[],
  policy: Pick<Policy, "olderThanDays">,
): Insight | null {
  const cases = answeredCases(events);
  const coarse = cases.filter(({ atLeast, atMost }) => atMost - atLeast > coarsest).length;
  if (cases.length < fewestCases || coarse * 2 > cases.length) return null;
  const curve = curveOf(cases);
  const found = curve.find(({ answered }) => answered * 100 >= nearlyAll * cases.length);
  if (found === undefined) return null;
  const { days, share } = found;
  const { olderThanDays } = policy;
  return {
    cases: cases.length,
    curve,
    days,
    share,
    olderThanDays,
    sentence: `Of the ${cases.length} that were answered, ${inWords(found, cases.length)} within ${days === 1 ? "1 day" : `${days} days`}; you withdraw at ${olderThanDays}.`,
  };
}

function curveOf(cases: readonly AnsweredCase[]): CurvePoint[] {
  const byDay = new Map<number, number>();
  for (const { atMost } of cases) {
    const days = Math.max(1, Math.ceil(atMost / day));
    byDay.set(days, (byDay.get(days) ?? 0) + 1);
  }
  let answered = 0;
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([days, count]) => {
      answered += count;
      return { days, answered, share: answered / cases.length };
    });
}

/** Rounded down: a share is never said to be greater than it is. */
function inWords({ answered }: CurvePoint, cases: number): string {
  return answered === cases ? "all were" : `${Math.floor((answered * 100) / cases)} % were`;
}
