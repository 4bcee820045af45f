import type { MoreRows } from "../answers.ts";
import type { PageConfig } from "../config.ts";
import { hooked } from "./hooks.ts";
import { itemOf, type List } from "./list.ts";
import { receivedPaginationBody, receivedPaginationPath } from "./received.ts";
import { paginationBody, paginationPath, voyagerPath } from "./requests.ts";
import { type Answer, get, post } from "./send.ts";

const preloadDistance = 3;
const retryCount = 2;

/** Brings more rows. What is asked for while a page is being loaded is lost. */
export interface Loader {
  /** `<main>` was scrolled, or the list has just been shown. */
  scrolled(byUser: boolean): void;
  /** Load more was pressed. */
  more(): void;
  turn(to: "next" | "previous"): void;
  /** Another tab takes over the page. */
  stop(): void;
}

export function loaderFor(list: List, config: PageConfig, changed: () => void): Loader {
  let next = config.next;
  let start = 0;
  let loading = false;
  let stopped = false;
  const scrolls = config.loading === "scroll" || config.loading === "both";
  const fetched = async (at: number) => {
    if (loading) return null;
    loading = true;
    const page = await pageAt(at, config);
    loading = false;
    return stopped ? null : page;
  };
  const load = async () => {
    if (next === null) return;
    const page = await fetched(next);
    if (page === null) return;
    next = page.next;
    list.append(page);
    if (next === null) hooked("more")?.remove();
    changed();
    // A window so high that nothing can be scrolled would never see a scroll event.
    if (scrolls && cannotScroll()) await load();
  };
  const turn = async (at: number | null) => {
    const page = at === null ? null : await fetched(at);
    if (page === null || at === null) return;
    start = at;
    next = page.next;
    list.replace(page);
    enable("next", next !== null);
    enable("previous", start > 0);
    window.scrollTo(0, 0);
    changed();
  };
  return {
    scrolled: (byUser) => {
      if (scrolls && (byUser ? nearEnd(list) : cannotScroll())) void load();
    },
    more: () => void load(),
    turn: (to) => void turn(to === "next" ? next : Math.max(0, start - config.batch)),
    stop: () => {
      stopped = true;
    },
  };
}

function enable(role: "next" | "previous", on: boolean): void {
  hooked(role)?.toggleAttribute("disabled", !on);
  hooked(role)?.classList.toggle("artdeco-button--disabled", !on);
}

function cannotScroll(): boolean {
  const main = hooked("main");
  return main !== null && main.scrollHeight <= main.clientHeight;
}

function nearEnd(list: List): boolean {
  const trigger = list.rows.at(-preloadDistance) ?? list.rows.at(0);
  if (trigger === undefined) return true;
  // Recycled away: far from the window.
  if (trigger.away !== null) return false;
  const bottom = hooked("main")?.getBoundingClientRect().bottom ?? window.innerHeight;
  return (itemOf(trigger)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < bottom;
}

async function pageAt(start: number, { pager, received }: PageConfig): Promise<MoreRows | null> {
  for (let attempt = 0; attempt <= retryCount; attempt++) {
    const answer: Answer<MoreRows> =
      received !== null
        ? await post(receivedPaginationPath, receivedPaginationBody(start, received))
        : pager === "voyager"
          ? await get(voyagerPath(start))
          : await post(paginationPath(pager), paginationBody(start, pager));
    if (answer.kind === "data") return answer.data;
  }
  return null;
}
