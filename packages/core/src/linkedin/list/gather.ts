import { moverStates } from "../page/mover.ts";
import { callRoll, glance, type RollCall, readRows } from "../page/rows.ts";
import { scrollToEnd } from "../page/scroll.ts";
import { askAgain } from "../visit/ask.ts";
import { drift, stopOnTrouble } from "../visit/open.ts";
import { until, type Visit } from "../visit/visit.ts";
import { countOf } from "./counter.ts";
import { type EntryBook, failuresInARow, isEndPage, listRequests } from "./entries.ts";
import type { PagedShape } from "./list.ts";
import { receivedList } from "./listKind.ts";
import { pressMover, turnPage } from "./pages.ts";
import { invitationKeys } from "./roll.ts";
import { leadsElsewhere } from "./rowControls.ts";

/** LinkedIn sends ten rows at a time [V]. */
export const batch = 10;
const settledMs = 120;
const quietMs = 600;
const nudgeAfterMs = 1_500;
const nudges = 8;
const answerWithinMs = 30_000;
const failuresAllowed = 2;
const pagesAtMost = 400;

export type OnRows = (rows: number, pending: number | null) => void;

/** How far the list was gathered. */
export interface Gathered {
  /** Rows of the pages that were left behind. */
  readonly shapes: PagedShape[];
  readonly book: EntryBook;
  rows: number;
  /** Those of them that do not lead to anything else than a person. */
  people: number;
  pending: number | null;
  endProved: boolean;
}

/** Brings the whole list onto the page, or through it: scrolls, loads more, turns pages, until the end is proved. */
export async function gather(visit: Visit, gathered: Gathered, onRows: OnRows): Promise<void> {
  for (let turns = 0; turns < pagesAtMost; turns++) {
    const before = { rows: gathered.rows, people: gathered.people };
    if ((await new PageWatch(visit, gathered, before, onRows).toItsEnd()) === "end") return;
    const shapes = await askAgain(visit, readRows, null);
    gathered.shapes.push(...shapes.map((shape) => ({ ...shape, page: visit.page })));
    await turnPage(visit, "next");
  }
  throw drift("the list never ended");
}

type Seen = "end" | "turn";
type Counted = Pick<Gathered, "rows" | "people">;

/** Watches one page of the list grow until it is at rest. */
class PageWatch {
  readonly #visit: Visit;
  readonly #gathered: Gathered;
  readonly #before: Counted;
  readonly #onRows: OnRows;
  #changedAt: number;
  #state = "";
  #rows = -1;
  #nudged = 0;
  #pressed = false;

  constructor(visit: Visit, gathered: Gathered, before: Counted, onRows: OnRows) {
    this.#visit = visit;
    this.#gathered = gathered;
    this.#before = before;
    this.#onRows = onRows;
    this.#changedAt = visit.clock.now();
  }

  async toItsEnd(): Promise<Seen> {
    await askAgain(this.#visit, scrollToEnd, null);
    const seen = await until<Seen>(this.#visit, Number.POSITIVE_INFINITY, () => this.#look());
    if (seen === null) throw drift("the list never ended");
    return seen;
  }

  async #look(): Promise<Seen | null> {
    const visit = this.#visit;
    const gathered = this.#gathered;
    stopOnTrouble(visit, null);
    const seen = await askAgain(visit, glance, null);
    if (!visit.list.isAddress(seen.url)) throw drift("the list was left while it was read");
    const asked = listRequests(visit);
    gathered.book.takeIn(asked);
    gathered.endProved ||= asked.some(isEndPage);
    const first = this.#state === "";
    if (this.#grew(seen.rows, asked)) {
      if (first) await this.#count();
      // A list that repeats itself for ever is never at rest.
      else if (seen.rows % (10 * batch) < batch) await this.#count();
      this.#onRows(this.#before.rows + seen.rows, gathered.pending);
      await askAgain(visit, scrollToEnd, null);
      return null;
    }
    const quiet = visit.clock.now() - this.#changedAt;
    if (asked.some((exchange) => !exchange.ended)) {
      if (quiet > answerWithinMs) throw drift("the list stopped loading half way");
      return null;
    }
    if (quiet <= settledMs) return null;
    await this.#count();
    if (quiet > (gathered.endProved ? settledMs : quietMs) && isWhole(visit, gathered)) return "end";
    if (failuresInARow(asked) > failuresAllowed) throw drift("the list stopped loading half way");
    return isWhole(visit, gathered) ? null : this.#moveOn(quiet);
  }

  /** Counts what the rows are, not only how many: a costly look, when the list is at rest and now and then. */
  async #count(): Promise<void> {
    const gathered = this.#gathered;
    const roll = await askAgain(this.#visit, callRoll, null);
    const keys = invitationKeys(roll);
    gathered.rows = this.#before.rows + keys.length;
    gathered.people = this.#before.people + keys.filter(isPersons).length;
    gathered.pending = countOf(roll.counters);
    if (repeated(roll) > 2 * batch) throw drift("the list repeats itself");
  }

  /** Whether there are more rows than a moment ago; any change puts the wait for quiet back to its start. */
  #grew(here: number, asked: readonly { readonly ended: boolean }[]): boolean {
    const state = `${here} ${asked.length} ${asked.filter((exchange) => exchange.ended).length}`;
    if (state === this.#state) return false;
    this.#state = state;
    this.#changedAt = this.#visit.clock.now();
    const grew = here !== this.#rows;
    this.#rows = here;
    if (grew) this.#nudged = 0;
    return grew;
  }

  /** At rest and not whole: what is there to go on with? */
  async #moveOn(quiet: number): Promise<Seen | null> {
    const visit = this.#visit;
    const movers = await askAgain(visit, moverStates, null);
    if (movers.next === "ready") return quiet > quietMs / 2 ? "turn" : null;
    if (movers.more === "ready") {
      if (++this.#nudged > nudges / 2) throw drift("the list stopped loading half way");
      this.#pressed = true;
      await pressMover(visit, "more");
      this.#changedAt = visit.clock.now();
      return null;
    }
    if (quiet > quietMs && (movers.next === "dead" || (this.#pressed && movers.more === "none"))) {
      this.#gathered.endProved = true;
      return "end";
    }
    if (quiet <= nudgeAfterMs) return null;
    if (++this.#nudged > (this.#rows === 0 ? 2 : nudges) || this.#gathered.endProved) return "end";
    this.#changedAt = visit.clock.now();
    await askAgain(visit, scrollToEnd, null);
    return null;
  }
}

function isWhole({ list }: Visit, { rows, people, pending, endProved }: Gathered): boolean {
  // Among received ones the counter counts people [I]; where it counts all, the end has to be proved besides.
  if (pending !== null && list === receivedList) return people === pending || (endProved && rows === pending);
  if (pending !== null) return rows === pending;
  return endProved || (rows > 0 && rows < batch);
}

/** Whether none of a row's links leads to something else than a person. */
function isPersons(key: string): boolean {
  return !key.split("\n").some((line) => leadsElsewhere(line.split("|")[0] ?? ""));
}

/** How many rows lead to a profile that an earlier row led to. */
function repeated(roll: RollCall): number {
  const linked = roll.rows.map((row) => row.key).filter((key) => /\/in\/[^/?#|]/.test(key));
  return linked.length - new Set(linked).size;
}
