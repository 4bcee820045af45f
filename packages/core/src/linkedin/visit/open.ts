import { proveAccount } from "../account/account.ts";
import { signedInMember } from "../account/identity.ts";
import { guardAgainstActs } from "../act/guard.ts";
import { retired } from "../layouts/retired.ts";
import { type ListKind, receivedList, sentList } from "../list/listKind.ts";
import { type Survey, survey } from "../page/survey.ts";
import { ask } from "./ask.ts";
import { SweepStop } from "./stop.ts";
import { type Arrival, TabNavigated } from "./tab.ts";
import { troubleOfArrival, troubleOfExchange, troubleOfSurvey, troubleStop } from "./verdict.ts";
import { until, type Visit } from "./visit.ts";

const loadWithinMs = 45_000;
const listWithinMs = 12_000;
/** A page that is complete and still empty after this long is blank. */
const blankAfterMs = 2_500;
const tries = 3;

/** A page of the site, and how it is told from whatever else may come in its place. */
export interface Wanted {
  readonly path: string;
  isThere(page: Survey): boolean;
  /** What is missing where it never comes, for the member. */
  missing(page: Survey): string;
  /** Whether what its texts say is people's own words: then they are no wall. */
  speaksOfPeople?(page: Survey): boolean;
  /** Whether the page went on to the other list by itself, as one does after a withdrawal (linkedin/README.md, scenario 21). */
  hasSwitched?(page: Survey): boolean;
  /** Throws where the answer alone says that there is no such page. */
  refuse?(arrival: Arrival): void;
}

/** What was found when a page was opened: its facts, and who is signed in (`/in/<slug>`), where it is proved. */
export interface OpenedPage {
  readonly page: Survey;
  readonly account: string | null;
}

/**
 * Opens the list that the visit is about and proves, before anything is read from it, that it is the list and (where `member` is given)
 * the right member's. Throws SweepStop for whatever else comes. Only `unreachable` is tried again, twice, and a list
 * that another one takes the place of; a blank page once.
 */
export function openList(visit: Visit, member: string | null): Promise<OpenedPage> {
  const { list } = visit;
  const wanted: Wanted = {
    path: list.path,
    isThere: (page) => isList(list, page),
    missing: (page) => missingMark(list, page),
    hasSwitched: (page) =>
      page.ready && [sentList, receivedList].some((other) => other !== list && other.isAddress(page.url)),
  };
  return openPage(visit, wanted, member);
}

/** The same for any page. */
export async function openPage(visit: Visit, wanted: Wanted, member: string | null): Promise<OpenedPage> {
  let blank = 0;
  for (let attempt = 1; ; attempt++) {
    const page = await load(visit, wanted, attempt < tries);
    if (page === "again") {
      await visit.clock.pause(attempt * 1_000, visit.signal);
      continue;
    }
    if (page === "switched") continue;
    if (page === "blank") {
      if (++blank > 1) throw troubleStop("unreachable");
      continue;
    }
    visit.language = page.language || undefined;
    proveAccount(visit.account, page.viewer, member);
    visit.account.since = visit.tab.mark();
    const signedIn = signedInMember(page.viewer);
    return { page, account: signedIn.kind === "proved" ? signedIn.profile : null };
  }
}

async function load(
  visit: Visit,
  wanted: Wanted,
  mayRetry: boolean,
): Promise<Survey | "again" | "blank" | "switched"> {
  const { tab, clock } = visit;
  visit.since = tab.mark();
  visit.alive = false;
  visit.proved = null;
  visit.page = 0;
  guardAgainstActs(visit);
  const arrival = await tab.open(
    `${visit.site}${wanted.path}`,
    Math.min(loadWithinMs, visit.deadline - clock.now()),
  );
  if (arrival.date !== null) visit.skew = arrival.date.site - arrival.date.host;
  if (visit.signal.aborted) throw new SweepStop("interrupted", "the sweep was interrupted");
  if (clock.now() >= visit.deadline) throw new SweepStop("out-of-time", "The time for this sweep is over.");
  const trouble = troubleOfArrival(arrival);
  if (trouble === "unreachable" && mayRetry) return "again";
  if (trouble !== null) throw troubleStop(trouble);
  await checkSignedIn(visit);
  wanted.refuse?.(arrival);

  const opened = clock.now();
  let last: Survey | null = null;
  const found = await until<Survey | "blank" | "switched">(visit, listWithinMs, async () => {
    const page = await lookAt(visit);
    if (page === null) return null;
    last = page;
    stopOnTrouble(visit, wanted.speaksOfPeople?.(page) === true ? { ...page, text: "", title: "" } : page);
    if (wanted.isThere(page)) return page;
    if (mayRetry && wanted.hasSwitched?.(page) === true) return "switched";
    return page.ready && page.textLength === 0 && clock.now() - opened > blankAfterMs ? "blank" : null;
  });
  if (found === null) throw drift(last === null ? "no document" : wanted.missing(last));
  return found;
}

async function lookAt(visit: Visit): Promise<Survey | null> {
  try {
    const { layouts, list } = visit.marks;
    return await ask(visit, survey, { layouts, list, withScripts: true });
  } catch (cause) {
    if (cause instanceof TabNavigated) return null;
    throw cause;
  }
}

/**
 * The list is known by its address and by a row that is an invitation; while it is empty, or its language unknown, by
 * the screen that it names itself, or by a list beside the counter that only this list has.
 */
function isList(list: ListKind, page: Survey): boolean {
  if (!list.isAddress(page.url)) return false;
  if (page.acting > 0) return true;
  if (page.lists > 0 && page.screens.some(list.isScreen)) return true;
  return page.ready && page.lists > 0 && page.counters.length > 0;
}

function missingMark(list: ListKind, page: Survey): string {
  if (!list.isAddress(page.url)) return `LinkedIn showed another page instead of the ${list.name}`;
  return page.rows > 0
    ? "no row of the list was recognised as an invitation"
    : `the page shows no list of ${list.direction} invitations`;
}

/** @param what the mark that was missing: words of ours and counts, nothing that the page said. */
export function drift(what: string): SweepStop {
  return new SweepStop(
    "page-drift",
    `LinkedIn's page is not as Lapse knows it (${what}): nothing further was clicked. We have to look into it.`,
    { missing: what },
  );
}

/** Throws when the page, or what it asked for since it was opened, shows a wall. */
export function stopOnTrouble(visit: Visit, page: Survey | null): void {
  const seen = page === null ? null : troubleOfSurvey(page);
  if (seen !== null) throw troubleStop(seen);
  const old = retired.find(({ name }) => page?.layouts.includes(name));
  if (old !== undefined) throw drift(`it is the old layout ${old.name}, which withdraws without asking`);
  if (visit.heldBack) throw drift("it tried to act on an invitation without having asked, and was stopped");
  for (const exchange of visit.tab.exchanges(visit.since)) {
    const met = troubleOfExchange(exchange, visit.site);
    if (met !== null) throw troubleStop(met);
  }
}

/** LinkedIn ends a session by deleting `li_at`, sometimes while it still answers 200. */
export async function checkSignedIn(visit: Visit): Promise<void> {
  const key = (await visit.tab.cookies()).find((cookie) => cookie.name === "li_at");
  if (key === undefined || key.value.replace(/["\s]/g, "") === "" || /delete\s*me/i.test(key.value))
    throw troubleStop("signed-out");
}
