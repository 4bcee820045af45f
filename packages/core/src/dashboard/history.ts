import { type Day, dayOf } from "../digest/day.ts";
import { standings } from "../digest/standing.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { shortened, visible } from "../wording/printable.ts";

type SweepEnded = Extract<LedgerEvent, { kind: "sweep-ended" }>;

/** One line of the run history: a sweep, or several in a row that ended alike. */
export interface HistoryLine {
  /** The days of the first and of the last; the same for a single sweep. */
  readonly from: Day;
  readonly to: Day;
  /** How many sweeps. */
  readonly runs: number;
  /** What the latest of them did, as it said itself. */
  readonly what: string;
  /** `member` and `us` have something to do about it, `nobody` has not. */
  readonly actor: "member" | "us" | "nobody";
  /** What is to be done; empty where nobody has to act. */
  readonly act: string;
}

export interface History {
  /** The newest first. */
  readonly lines: readonly HistoryLine[];
  /** How many older sweeps are not shown. */
  readonly older: number;
}

const mostLines = 20;
const longest = 400;

/** How the sweeps ended. Those that another sweep turned away did nothing and are left out. */
export function historyOf(events: readonly LedgerEvent[], zone: string, now: number): History {
  const ended = events.filter((event) => event.kind === "sweep-ended").filter((e) => e.outcome !== "busy");
  const groups: SweepEnded[][] = [];
  for (const sweep of ended.toReversed()) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && alike(last[0], sweep)) last.push(sweep);
    else groups.push([sweep]);
  }
  const shown = groups.slice(0, mostLines);
  return {
    lines: shown.flatMap((group) => lineOf(group, zone, now)),
    older: groups.slice(mostLines).reduce((sum, group) => sum + group.length, 0),
  };
}

/** Sweeps that did something are told one by one. */
function alike(one: SweepEnded, other: SweepEnded): boolean {
  const idle = [one, other].every(({ counts }) => !counts.withdrawn && !counts.ignored && !counts.failed);
  return idle && one.outcome === other.outcome && one.profile === undefined && other.profile === undefined;
}

function lineOf(group: readonly SweepEnded[], zone: string, now: number): HistoryLine[] {
  const [latest] = group;
  const first = group.at(-1);
  if (latest === undefined || first === undefined) return [];
  const standing = standings[latest.outcome];
  const actor = standing?.actor ?? "nobody";
  return [
    {
      from: dayOf(first.at, zone, now),
      to: dayOf(latest.at, zone, now),
      runs: group.length,
      what: shortened(visible(latest.message), longest),
      actor,
      act: actor === "nobody" ? "" : (standing?.act ?? ""),
    },
  ];
}
