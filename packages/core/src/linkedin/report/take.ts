import { signedInMember } from "../account/identity.ts";
import { countOf } from "../list/counter.ts";
import { EntryBook, listRequests } from "../list/entries.ts";
import { understand } from "../list/list.ts";
import { moverStates } from "../page/mover.ts";
import { readRows } from "../page/rows.ts";
import { type Survey, survey } from "../page/survey.ts";
import { askAgain } from "../visit/ask.ts";
import { clocksOf, type Visit } from "../visit/visit.ts";
import { kindOfAddress, languageTag } from "./kinds.ts";
import { countMarks, marksOf } from "./marks.ts";
import type { DriftReport } from "./report.ts";
import { skeletonOf, treeWish } from "./skeleton.ts";
import { readTree } from "./tree.ts";

/** Looks at the page as it is now; presses nothing. `missing` is what the stop named. Throws what the tab throws. */
export async function takeReport(visit: Visit, missing: string | null): Promise<DriftReport> {
  const wish = { layouts: visit.marks.layouts, list: visit.marks.list, withScripts: true };
  const page = await askAgain(visit, survey, wish);
  const marks = marksOf(visit.list);
  const selectors = marks.map((mark) => mark.selector);
  const counted = await askAgain(visit, countMarks, selectors);
  const tree = await askAgain(visit, readTree, treeWish);
  return {
    at: new Date(visit.clock.now()).toISOString(),
    missing,
    address: kindOfAddress(page.url, visit.site),
    layouts: visit.marks.layouts.map(({ name }) => name).filter((name) => page.layouts.includes(name)),
    language: languageTag(page.language),
    signedIn: signedIn(page),
    counter:
      page.counters.length === 0 ? "none" : countOf(page.counters) === null ? "unreadable" : "readable",
    rows: page.rows,
    acting: page.acting,
    entries: entriesOf(visit, page),
    labels: await labelsOf(visit, page),
    movers: await askAgain(visit, moverStates, null),
    dialogs: counted.dialogs,
    marks: marks.map((mark, i) => ({ ...mark, found: counted.found[i] ?? 0 })),
    skeleton: tree === null ? "" : skeletonOf(tree),
  };
}

function signedIn(page: Survey): DriftReport["signedIn"] {
  const found = signedInMember(page.viewer);
  if (found.kind === "proved") return "yes";
  return found.why === "nothing shows who is signed in" ? "no" : "more than one";
}

function entriesOf(visit: Visit, page: Survey): number {
  const book = new EntryBook(page.scripts, visit.list.direction);
  book.takeIn(listRequests(visit));
  return book.entries().length;
}

/** The rows read without the page's data: then an age can only come from a label. */
async function labelsOf(visit: Visit, page: Survey): Promise<DriftReport["labels"]> {
  const shapes = (await askAgain(visit, readRows, null)).map((shape) => ({ ...shape, page: visit.page }));
  const { listed } = understand(shapes, [], clocksOf(visit), page.language || undefined);
  return { readable: listed.filter((each) => each.invitation.age !== null).length, of: listed.length };
}
