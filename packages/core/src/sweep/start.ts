import type { LedgerView } from "../ledger/fold.ts";
import { type ListKind, sentList } from "../linkedin/list/listKind.ts";
import { type Patience, patientTab } from "../linkedin/visit/patience.ts";
import type { Tab } from "../linkedin/visit/tab.ts";
import type { Visit } from "../linkedin/visit/visit.ts";
import type { Reading } from "../reading/reading.ts";
import type { Board } from "./board.ts";
import type { SweepPorts, SweepRequest } from "./ports.ts";
import type { RunRecord } from "./record.ts";

/** Everything that the steps of one sweep share. */
export interface Job {
  readonly ports: SweepPorts;
  readonly request: SweepRequest;
  readonly record: RunRecord;
  /** What the ledger said when it was last folded. */
  view: LedgerView;
  readonly visit: Visit;
  /** What the other side came to that went before: one belt holds both, one pace, and one reading. */
  readonly before: { readonly due: number; readonly acted: boolean; readonly reading: Reading | null };
}

/** What is known so far, so that a sweep which is stopped at any point can still say it. */
export interface State {
  board: Board | null;
  pending: number | null;
  /** What was handed on of the lists, once this side's was read whole. */
  reading: Reading | null;
  /** Whether there is no time for the proof on a fresh load: the next sweep's reading gives it. */
  checkLater?: boolean;
}

/** Closing the browser and writing the result take this long at most; a short budget gives a fifth of itself. */
const closingMs = 6_000;

export function startVisit(
  ports: Pick<SweepPorts, "clock" | "signal">,
  request: Pick<SweepRequest, "site" | "startedAt" | "budgetMs">,
  tab: Tab,
  list: ListKind = sentList,
): Visit {
  const reserve = Math.min(closingMs, request.budgetMs / 5);
  const patience: Patience = {
    clock: ports.clock,
    signal: ports.signal,
    deadline: request.startedAt + request.budgetMs - reserve,
    graceMs: reserve * 0.6,
    hands: { full: false },
  };
  return {
    ...patience,
    tab: patientTab(tab, patience),
    list,
    marks: list.marks,
    site: request.site,
    account: { profile: null, seen: null, since: 0 },
    skew: null,
    since: tab.mark(),
    alive: false,
    page: 0,
    heldBack: false,
    language: undefined,
    proved: null,
  };
}

/** The same visit at another of the lists, of which no page was opened yet. */
export function turnedTo(list: ListKind, visit: Visit): Visit {
  return {
    ...visit,
    list,
    marks: list.marks,
    skew: null,
    since: visit.tab.mark(),
    alive: false,
    page: 0,
    heldBack: false,
    language: undefined,
    proved: null,
  };
}
