import { askAgain } from "./ask.ts";
import { countOf } from "./counter.ts";
import { type DataEntry, entriesIn, joinedPushes, mentionsInvitations } from "./island.ts";
import { idsFall, type Listed, understand } from "./list.ts";
import { drift, isSentAddress, stopOnTrouble } from "./open.ts";
import { callRoll, type RollCall, readRows } from "./page/rows.ts";
import { scrollToEnd } from "./page/scroll.ts";
import type { Survey } from "./page/survey.ts";
import { invitationKeys } from "./roll.ts";
import { readRow } from "./row.ts";
import { SweepStop } from "./stop.ts";
import type { Exchange } from "./tab.ts";
import { clocksOf, until, type Visit } from "./visit.ts";

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
    super(stop.outcome, stop.message, { cause: stop });
    this.reading = reading;
  }
}

/** LinkedIn sends ten rows at a time [V]. */
const batch = 10;
const quietMs = 600;
const nudgeAfterMs = 1_500;
const nudges = 8;
const answerWithinMs = 30_000;
const failuresAllowed = 2;

interface Progress {
  rows: number;
  pending: number | null;
  endProved: boolean;
}

/** Scrolls the opened list to its end, and understands it. `onRows` hears how many rows are there so far. */
export async function readSentList(
  visit: Visit,
  page: Survey,
  onRows: (rows: number, pending: number | null) => void,
): Promise<Reading> {
  try {
    const progress = await scrollThrough(visit, onRows);
    const reading = await takeIn(visit, page);
    return checked(page, reading, progress);
  } catch (stop) {
    if (stop instanceof SweepStop) throw new PartlyRead(stop, await takeIn(visit, page));
    throw stop;
  }
}

/** Scrolls until the end is proved by the counter, by an empty last page, or by a list shorter than one batch. */
async function scrollThrough(
  visit: Visit,
  onRows: (rows: number, pending: number | null) => void,
): Promise<Progress> {
  const { tab, clock } = visit;
  const progress: Progress = { rows: 0, pending: null, endProved: false };
  let changedAt = clock.now();
  let seen = "";
  let nudged = 0;
  await askAgain(tab, scrollToEnd, null);
  const done = await until<true>(visit, Number.POSITIVE_INFINITY, async () => {
    stopOnTrouble(visit, null);
    const roll = await askAgain(tab, callRoll, null);
    if (!isSentAddress(roll.url)) throw drift("the list was left while it was read");
    const asked = listRequests(visit);
    progress.rows = invitationKeys(roll).length;
    progress.pending = countOf(roll.counters);
    progress.endProved = asked.some(isEndPage);
    if (repeated(roll) > 2 * batch) throw drift("the list repeats itself");
    const now = clock.now();
    const state = `${progress.rows} ${asked.length} ${asked.filter((e) => e.ended).length}`;
    if (state !== seen) {
      const grew = seen.split(" ")[0] !== String(progress.rows);
      seen = state;
      changedAt = now;
      if (grew) {
        nudged = 0;
        onRows(progress.rows, progress.pending);
        await askAgain(tab, scrollToEnd, null);
        return null;
      }
    }
    const quiet = now - changedAt;
    if (asked.some((exchange) => !exchange.ended)) {
      if (quiet > answerWithinMs) throw drift("the list stopped loading half way");
      return null;
    }
    if (quiet > (progress.endProved ? 150 : quietMs) && isWhole(progress)) return true;
    if (failuresInARow(asked) > failuresAllowed) throw drift("the list stopped loading half way");
    if (quiet > nudgeAfterMs) {
      if (++nudged > (progress.rows === 0 ? 2 : nudges) || progress.endProved) return true;
      changedAt = now;
      await askAgain(tab, scrollToEnd, null);
    }
    return null;
  });
  if (done === null) throw drift("the list never ended");
  return progress;
}

function isWhole({ rows, pending, endProved }: Progress): boolean {
  if (pending !== null) return rows === pending;
  return endProved || (rows > 0 && rows < batch);
}

/** How many rows lead to a profile that an earlier row led to. */
function repeated(roll: RollCall): number {
  const linked = roll.rows.filter((key) => /\/in\/[^/?#|]/.test(key));
  return linked.length - new Set(linked).size;
}

function listRequests(visit: Visit): Exchange[] {
  return visit.tab
    .exchanges(visit.since)
    .filter(
      (e) =>
        e.kind === "fetch" &&
        /pagination|invitation/i.test(e.url) &&
        !/withdraw/i.test(`${e.url}${e.requestBody ?? ""}`),
    );
}

/** A last page is small and holds no invitation; a large page without ids is a broken one, not the end [V]. */
function isEndPage(exchange: Exchange): boolean {
  const { status, text } = exchange;
  return status === 200 && text !== null && text.length < 2_000 && !mentionsInvitations(text);
}

function failuresInARow(asked: readonly Exchange[]): number {
  let count = 0;
  for (const exchange of [...asked].reverse()) {
    if (!exchange.ended || (exchange.failure === null && (exchange.status ?? 500) < 400)) break;
    count++;
  }
  return count;
}

async function takeIn(visit: Visit, page: Survey): Promise<Reading> {
  const shapes = await askAgain(visit.tab, readRows, 0);
  const roll = await askAgain(visit.tab, callRoll, null);
  const listed = understand(shapes, dataEntries(visit, page), clocksOf(visit), page.language);
  const others = shapes.map(readRow).filter((row) => row === "furniture").length;
  return { listed, pending: countOf(roll.counters), others };
}

function dataEntries(visit: Visit, page: Survey): DataEntry[] {
  const texts = [
    joinedPushes(page.scripts),
    ...page.scripts,
    ...listRequests(visit).map((exchange) => exchange.text ?? ""),
  ];
  const found = new Map<string, DataEntry>();
  for (const entry of texts.flatMap(entriesIn)) if (!found.has(entry.id)) found.set(entry.id, entry);
  return [...found.values()];
}

/** Counter, rows, ids and end must tell one story; otherwise the page is not understood well enough to act on. */
function checked(page: Survey, reading: Reading, progress: Progress): Reading {
  const { listed, pending } = reading;
  if (listed.length === 0) return { ...reading, pending: provedEmpty(page, reading) };
  if (pending !== null && pending !== listed.length) {
    throw drift(`its counter says ${pending}, its list has ${listed.length}`);
  }
  if (pending === null && !progress.endProved && listed.length >= batch)
    throw drift("the end of the list is not proved");
  if (!idsFall(listed)) throw drift("the invitations are not in the order of their ids");
  return reading;
}

/** "Nothing there" needs positive evidence: the Sent screen itself, no rows of any kind, no ids, no counter above 0. */
function provedEmpty(page: Survey, reading: Reading): number {
  if ((reading.pending ?? 0) > 0) throw drift(`its counter says ${reading.pending}, no row was recognised`);
  if (page.scripts.some(mentionsInvitations)) throw drift("its data hold invitations, its list shows none");
  if (reading.others > 0) throw drift("no row of the list was recognised as an invitation");
  if (page.lazyColumns === 0) throw drift("the page shows no list of sent invitations");
  return 0;
}
