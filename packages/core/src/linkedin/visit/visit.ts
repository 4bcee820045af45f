import type { Clocks } from "../../invitation/clock.ts";
import type { Clock } from "../../sweep/clock.ts";
import type { Account } from "../account/identity.ts";
import type { Hands } from "../act/hands.ts";
import type { Marks } from "../layouts/marks.ts";
import type { ListKind } from "../list/listKind.ts";
import type { RollCall } from "../page/rows.ts";
import { SweepStop } from "./stop.ts";
import type { Tab } from "./tab.ts";

/** One visit to the site: everything that reading and acting share. Times are ms since 1970. */
export interface Visit {
  readonly tab: Tab;
  /** Which of the two lists this is about. */
  readonly list: ListKind;
  /** What is looked for on the page. */
  readonly marks: Marks;
  /** Origin of the site, e.g. `https://www.linkedin.com`. */
  readonly site: string;
  readonly clock: Clock;
  /** Aborted when the sweep is to end: the click in hand is finished, nothing more is started. */
  readonly signal: AbortSignal;
  /** No wait goes beyond this, but for a click in hand, which may take `graceMs` longer to be proved. */
  readonly deadline: number;
  readonly graceMs: number;
  /** Whose account it is; shared by all that one sweep visits. */
  readonly account: Account;
  /** How far the site's clock is ahead of the host's, from its last answer; null where it showed none. */
  skew: number | null;
  /** Requests from this mark on belong to the present document. */
  since: number;
  readonly hands: Hands;
  /** Whether the present document has taken a click of ours: its handlers are there. */
  alive: boolean;
  /** Whether the page tried to act on an invitation although nothing was confirmed; it was stopped. */
  heldBack: boolean;
  /** The language that the page says it is in, `<html lang>`; undefined where it says none. */
  language: string | undefined;
  /** The page of the list that is shown, from 0; more than one only where the list is turned like a book. */
  page: number;
  /** The roll call that proved the last withdrawal, and when. */
  proved: { readonly roll: RollCall; readonly at: number } | null;
}

export function clocksOf(visit: Visit): Clocks {
  const host = visit.clock.now();
  return { host, site: visit.skew === null ? null : host + visit.skew };
}

/** A wait never sleeps longer than this without looking again: an event may be missed, a fact may not. */
const lookAgainMs = 250;

/**
 * Looks until there is something to see, woken by the page's own changes; null after `withinMs`. Throws the
 * out-of-time stop at the deadline.
 */
export async function until<T>(
  visit: Visit,
  withinMs: number,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const end = visit.clock.now() + withinMs;
  for (;;) {
    const version = visit.tab.version();
    const seen = await look();
    if (seen !== null) return seen;
    const now = visit.clock.now();
    if (visit.signal.aborted && !visit.hands.full)
      throw new SweepStop("interrupted", "the sweep was interrupted");
    const limit = visit.deadline + (visit.hands.full ? visit.graceMs : 0);
    if (now >= limit) throw new SweepStop("out-of-time", "The time for this sweep is over.");
    if (now >= end) return null;
    await visit.tab.changed(version, Math.min(lookAgainMs, end - now, limit - now));
  }
}
