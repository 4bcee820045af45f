import type { MoreRows } from "../answers.ts";
import type { PageConfig } from "../config.ts";
import type { List, Row } from "./list.ts";
import { post } from "./post.ts";
import { paginationBody, paginationPath } from "./requests.ts";

const preloadDistance = 3;
const retryCount = 2;

/**
 * Loads the next rows when `<main>` is scrolled to within three items of the end. A scroll that comes while a
 * page is being loaded is lost, and a page that failed three times is asked for again at the next scroll.
 * Ends with `signal`, when another tab takes over the page.
 */
export function loadOnScroll(
  workspace: Element,
  list: List,
  config: PageConfig,
  added: (rows: readonly Row[]) => void,
  signal: AbortSignal,
): void {
  let next = config.next;
  let loading = false;
  const load = async () => {
    if (loading || next === null) return;
    loading = true;
    const more = await page(next);
    loading = false;
    if (more === null || signal.aborted) return;
    next = more.next;
    added(list.append(more.rows));
    // A window so high that nothing can be scrolled would never see a scroll event.
    if (workspace.scrollHeight <= workspace.clientHeight) await load();
  };
  const nearEnd = () => {
    const trigger = list.rows.at(-preloadDistance) ?? list.rows.at(0);
    if (trigger === undefined) return true;
    // Recycled away: far from the window.
    if (!trigger.item.isConnected) return false;
    return trigger.item.getBoundingClientRect().top < workspace.getBoundingClientRect().bottom;
  };
  workspace.addEventListener(
    "scroll",
    (event) => {
      if (event.isTrusted && nearEnd()) void load();
    },
    { signal },
  );
  if (workspace.scrollHeight <= workspace.clientHeight) void load();
}

async function page(start: number): Promise<MoreRows | null> {
  for (let attempt = 0; attempt <= retryCount; attempt++) {
    const answer = await post<MoreRows>(paginationPath, paginationBody(start));
    if (answer.kind === "data") return answer.data;
  }
  return null;
}
