import { isBeingReplaced } from "../account/replaced.ts";
import type { Intended } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";
import type { Confirmed } from "./confirmPress.ts";
import { isAccepting, isIgnoring, isWithdrawal, namesAnother, namesSomebody } from "./names.ts";

/**
 * Holds back whatever would act on an invitation while nothing was confirmed by us: a page that withdraws at the first
 * press, a "Load more" that does something else. What was held back ends the sweep at the next look at the page.
 */
export function guardAgainstActs(visit: Visit): void {
  visit.tab.guard((request) => {
    const acts = isWithdrawal(request) || isIgnoring(request) || isAccepting(request);
    if (acts && !isOfLastClick(visit, request)) visit.heldBack = true;
    return !acts;
  });
}

/**
 * Whether a request is for the very invitation whose act was ours last: it comes too late, from a page that was left, or
 * once more, after it was stopped. It is stopped like any other, but nobody can say that it was not asked for.
 */
function isOfLastClick({ hands: { last }, list }: Visit, request: Intended): boolean {
  return (
    last !== undefined && list.isAct(request) && namesSomebody(request) && !namesAnother({ request, ...last })
  );
}

/**
 * For the moment in which one act is ours: lets that one leave and stops one for another invitation; `named` says
 * whether what is pressed names the person, where it does not the request has to. Every other kind of act is held back
 * as before, and accepting always. Returns whether the act itself was stopped.
 */
export function guardButFor(visit: Visit, confirmed: Confirmed, named: boolean): () => boolean {
  const { direction, isAct } = visit.list;
  const isForeign = direction === "sent" ? isIgnoring : isWithdrawal;
  let stopped = false;
  visit.hands.last = confirmed;
  visit.tab.guard((request) => {
    if (isAccepting(request) || isForeign(request)) {
      visit.heldBack = true;
      return false;
    }
    const acts = isAct(request);
    // The page began to load itself anew: what it sends now may be answered as another member's.
    if (acts && isBeingReplaced(visit)) return false;
    const wrong = namesAnother({ request, ...confirmed }) || (acts && !named && !namesSomebody(request));
    if (wrong && acts) stopped = true;
    return !wrong;
  });
  return () => stopped;
}
