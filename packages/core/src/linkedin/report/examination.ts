import type { Listed } from "../list/list.ts";
import type { Reading } from "../list/read.ts";
import type { StopOutcome } from "../visit/stop.ts";
import type { DriftReport } from "./report.ts";

/** What came of looking at a member's Sent list without touching it; nothing in it says whose it is. */
export interface Examination {
  readonly outcome: "understood" | StopOutcome;
  /** Null where the browser or the page was gone before it could be looked at. */
  readonly report: DriftReport | null;
  /** Null where the list was not reached. */
  readonly list: ListFacts | null;
}

export interface ListFacts {
  /** What the page's counter says. */
  readonly counter: number | null;
  /** Invitations read, over all pages of the list. */
  readonly read: number;
  readonly understood: number;
  readonly withId: number;
  readonly withAge: number;
  /** With a control that withdraws. */
  readonly withControl: number;
  /** List items that are neither an invitation nor a suggestion. */
  readonly others: number;
  /** What proved that the list ends there; null where nothing did. */
  readonly end:
    | "the counter"
    | "an empty list"
    | "fewer rows than come at a time"
    | "the site's own end"
    | null;
  /** Why rows were not understood, and how many. */
  readonly troubles: readonly { readonly why: string; readonly rows: number }[];
}

/** @param whole whether it was read to a proved end. @param batch how many rows come at a time */
export function listFacts(reading: Reading, whole: boolean, batch: number): ListFacts {
  const { listed, pending, others } = reading;
  const how = (holds: (each: Listed) => boolean) => listed.filter(holds).length;
  return {
    counter: pending,
    read: listed.length,
    understood: how(({ invitation }) => invitation.trouble === null),
    withId: how(({ invitation }) => invitation.id !== null),
    withAge: how(({ invitation }) => invitation.age !== null),
    withControl: how(({ target }) => target !== null),
    others,
    end: whole ? endOf(listed.length, pending, batch) : null,
    troubles: troublesOf(listed),
  };
}

/** A reading that succeeds has one of these, see `checked` in read.ts. */
function endOf(rows: number, pending: number | null, batch: number): ListFacts["end"] {
  if (rows === 0) return "an empty list";
  if (pending === rows) return "the counter";
  return rows < batch ? "fewer rows than come at a time" : "the site's own end";
}

function troublesOf(listed: readonly Listed[]): ListFacts["troubles"] {
  const rows = new Map<string, number>();
  for (const { invitation } of listed) {
    if (invitation.trouble === null) continue;
    const why = ownWords(invitation.trouble);
    rows.set(why, (rows.get(why) ?? 0) + 1);
  }
  return [...rows].map(([why, count]) => ({ why, rows: count }));
}

/** Some reasons quote the label that they are about; what stands outside the outermost quotation marks is ours. */
function ownWords(trouble: string): string {
  return trouble.replace(/[\s:(]*"(?:.*"\)?|.*$)/s, "");
}
