import { isWithdrawal } from "./names.ts";
import type { Visit } from "./visit.ts";

/**
 * Holds back whatever would act on an invitation while nothing was confirmed by us: a page that withdraws at the first
 * press, a "Load more" that does something else. What was held back ends the sweep at the next look at the page.
 */
export function guardAgainstActs(visit: Visit): void {
  visit.tab.guard((request) => {
    const acts = isWithdrawal(request);
    if (acts) visit.heldBack = true;
    return !acts;
  });
}
