import { callRoll, readRows } from "../page/rows.ts";
import type { Survey } from "../page/survey.ts";
import { askAgain } from "../visit/ask.ts";
import { drift } from "../visit/open.ts";
import { SweepStop } from "../visit/stop.ts";
import { clocksOf, type Visit } from "../visit/visit.ts";
import { countOf } from "./counter.ts";
import { EntryBook, listRequests } from "./entries.ts";
import { batch, type Gathered, gather, type OnRows } from "./gather.ts";
import { mentionsInvitations } from "./island.ts";
import { notVouchedFor } from "./join.ts";
import { type Listed, understand } from "./list.ts";
import { type ListKind, sentList } from "./listKind.ts";
import { idsFall } from "./order.ts";

/** The whole list, read to a proved end. `pending` is what the page's counter says; null where it is unreadable. */
export interface Reading {
  readonly listed: readonly Listed[];
  readonly pending: number | null;
  /** List items that are neither an invitation nor a suggestion. */
  readonly others: number;
}

/** The list as far as it was read when the sweep had to stop. */
export class PartlyRead extends SweepStop {
  readonly reading: Reading;

  constructor(stop: SweepStop, reading: Reading) {
    super(stop.outcome, stop.message, { cause: stop, missing: stop.missing });
    this.reading = reading;
  }
}

/** Reads the opened list to its end, and understands it. `onRows` hears how many rows are there so far. */
export async function readList(visit: Visit, page: Survey, onRows: OnRows): Promise<Reading> {
  const gathered: Gathered = {
    shapes: [],
    book: new EntryBook(page.scripts, visit.list.direction),
    rows: 0,
    people: 0,
    pending: null,
    endProved: false,
  };
  try {
    await gather(visit, gathered, onRows);
    return checked(visit.list, page, await takeIn(visit, page, gathered), gathered);
  } catch (stop) {
    if (stop instanceof SweepStop) throw new PartlyRead(stop, await takeIn(visit, page, gathered));
    throw stop;
  }
}

async function takeIn(visit: Visit, page: Survey, { shapes, book }: Gathered): Promise<Reading> {
  const here = await askAgain(visit, readRows, null);
  const roll = await askAgain(visit, callRoll, null);
  book.takeIn(listRequests(visit));
  const all = [...shapes, ...here.map((shape) => ({ ...shape, page: visit.page }))];
  const { listed, furniture } = understand(
    all,
    book.entries(),
    clocksOf(visit),
    page.language || undefined,
    visit.list,
  );
  return { listed, pending: countOf(roll.counters), others: furniture };
}

/** Counter, rows, ids and end must tell one story; otherwise the page is not understood well enough to act on. */
function checked(list: ListKind, page: Survey, reading: Reading, gathered: Gathered): Reading {
  const { listed, pending } = reading;
  // Suggestions below an empty list, in a language whose words are not known; or a list that nobody can vouch for.
  if (listed.every((each) => each.invitation.trouble === notVouchedFor) && pending === 0)
    return { ...reading, listed: [] };
  if (listed.length > 0 && listed.every((each) => each.invitation.trouble === notVouchedFor))
    throw drift("no row of the list was recognised as an invitation");
  if (listed.length === 0) return { ...reading, pending: provedEmpty(list, page, reading) };
  if (pending !== null && !counts(list, listed).includes(pending)) {
    throw drift(`its counter says ${pending}, its list has ${listed.length}`);
  }
  if (pending === null && !gathered.endProved && listed.length >= batch)
    throw drift("the end of the list is not proved");
  // That the Received list has this order, too, was never seen.
  if (list === sentList && !idsFall(listed)) throw drift("the invitations are not in the order of their ids");
  return reading;
}

/** What a counter that is right can say: among received ones it may count the people alone. */
function counts(list: ListKind, listed: readonly Listed[]): number[] {
  const people = listed.filter((each) => each.invitation.person !== false).length;
  return list === sentList ? [listed.length] : [people, listed.length];
}

/** "Nothing there" needs positive evidence: the list itself or a counter at 0, no rows of any kind, no ids. */
function provedEmpty(list: ListKind, page: Survey, reading: Reading): number {
  if ((reading.pending ?? 0) > 0) throw drift(`its counter says ${reading.pending}, no row was recognised`);
  if (page.scripts.some(mentionsInvitations)) throw drift("its data hold invitations, its list shows none");
  if (reading.others > 0) throw drift("no row of the list was recognised as an invitation");
  if (page.lists === 0 && reading.pending === null)
    throw drift(`the page shows no list of ${list.direction} invitations`);
  return 0;
}
