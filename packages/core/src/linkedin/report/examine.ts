import { batch, type OnRows } from "../list/gather.ts";
import { PartlyRead, type Reading, readList } from "../list/read.ts";
import { drift, openList } from "../visit/open.ts";
import { SweepStop } from "../visit/stop.ts";
import { TabLost } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";
import { type Examination, type ListFacts, listFacts } from "./examination.ts";
import type { DriftReport } from "./report.ts";
import { takeReport } from "./take.ts";

export interface Examiner {
  /** `/in/<slug>` of who has to be signed in; null for anybody. */
  readonly member: string | null;
  readonly onRows: OnRows;
  /** Called as soon as the page proved that the session is good. */
  readonly onOpened: () => Promise<void>;
}

/**
 * Opens the Sent list as a sweep does, reads it to its end, and tells what was recognised. It presses nothing that
 * acts: only what loads more of the list or turns its page. Throws what the browser throws, but for a lost tab.
 */
export async function examine(visit: Visit, examiner: Examiner): Promise<Examination> {
  let list: ListFacts | null = null;
  let outcome: Examination["outcome"] = "understood";
  let missing: string | null = null;
  try {
    const { page } = await openList(visit, examiner.member);
    await examiner.onOpened();
    const reading = await readList(visit, page, examiner.onRows);
    list = listFacts(reading, true, batch);
    if (beyondUs(reading)) throw drift("none of its rows could be understood");
  } catch (stop) {
    if (stop instanceof TabLost) return { outcome: "unreachable", report: null, list };
    if (!(stop instanceof SweepStop)) throw stop;
    if (stop instanceof PartlyRead) list = listFacts(stop.reading, false, batch);
    outcome = stop.outcome;
    missing = stop.missing;
  }
  return { outcome, report: await reportOf(visit, missing), list };
}

/** A few rows may be beyond anybody; when all are, it is the page that is not understood. */
export function beyondUs({ listed }: Reading): boolean {
  const people = listed.filter((each) => each.invitation.person !== false);
  return people.length >= 3 && people.every((each) => each.invitation.trouble !== null);
}

async function reportOf(visit: Visit, missing: string | null): Promise<DriftReport | null> {
  try {
    return await takeReport(visit, missing);
  } catch {
    // No document came at all, or it went away again and again: the outcome tells as much.
    return null;
  }
}
