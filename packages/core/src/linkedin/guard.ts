import { isAccepting, isIgnoring, isWithdrawal } from "./names.ts";
import type { Intended } from "./tab.ts";
import type { Visit } from "./visit.ts";

/**
 * Holds back whatever would act on an invitation while nothing was confirmed by us: a page that withdraws at the first
 * press, a "Load more" that does something else. What was held back ends the sweep at the next look at the page.
 */
export function guardAgainstActs(visit: Visit): void {
  visit.tab.guard((request) => {
    const acts = isWithdrawal(request) || isIgnoring(request) || isAccepting(request);
    if (acts) visit.heldBack = true;
    return !acts;
  });
}

/**
 * For the moment in which one act is ours: `allow` judges it and whatever else leaves. Every other kind of act is held
 * back as before, and accepting always.
 */
export function guardButFor(visit: Visit, allow: (request: Intended) => boolean): void {
  const { direction } = visit.list;
  visit.tab.guard((request) => {
    const foreign =
      isAccepting(request) || (direction === "sent" ? isIgnoring(request) : isWithdrawal(request));
    if (foreign) visit.heldBack = true;
    return !foreign && allow(request);
  });
}
