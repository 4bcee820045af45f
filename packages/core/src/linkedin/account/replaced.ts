import type { Visit } from "../visit/visit.ts";

/** Whether the page is loading itself anew: what comes may be another member's, and what is shown is over. */
export function isBeingReplaced({ tab, site, account }: Visit): boolean {
  const here = withoutQuery(tab.url());
  return tab
    .exchanges(account.since)
    .some(
      ({ kind, ended, url }) =>
        kind === "document" && !ended && url.startsWith(`${site}/`) && withoutQuery(url) === here,
    );
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, "");
}
