import { profileAddressOnPage } from "../../invitation/profile.ts";
import {
  accepted,
  acts,
  isUnderWay,
  onceOf,
  refusedBy,
  stoppedAnother,
  telling,
  wall,
} from "../act/answer.ts";
import type { AfterPress } from "../act/confirmPress.ts";
import { challenged, type Proved, requestWithinMs, showWithinMs, untilProved } from "../act/untilProved.ts";
import type { Listed } from "../list/list.ts";
import { type ProfileShape, readProfile } from "../page/profile.ts";
import { askAgain } from "../visit/ask.ts";
import type { Exchange } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";
import { pendingOn } from "./controls.ts";
import { shares } from "./person.ts";

export interface ProfileClaim extends AfterPress {
  readonly meant: Listed;
  /** The page as it was before the click. */
  readonly before: ProfileShape;
}

/**
 * Waits until no Pending is left and LinkedIn has accepted the request; for a refusal; or for long enough to say that
 * it is not proved. A page that cannot show it leaves a doubt, which a fresh load has to settle. Never throws a stop.
 */
export function proveOnProfile(visit: Visit, claim: ProfileClaim): Promise<Proved> {
  return untilProved(visit, { look: watch(visit, claim), lastWord: () => lastWord(visit, claim) });
}

function watch(visit: Visit, claim: ProfileClaim): () => Promise<Proved | null> {
  const { tab, clock } = visit;
  const from = clock.now();
  let endedAt: number | null = null;
  return async () => {
    const since = tab.exchanges(claim.mark);
    const ours = actsOf(visit, claim);
    if (claim.wasStopped()) return stoppedAnother(ours);
    const walled = wall(ours, visit.site);
    if (walled !== null) return walled;
    if (since.some((exchange) => exchange.kind === "document") || !isSamePage(tab.url(), claim))
      return { kind: "doubt", reason: "the page was left", because: "moved" };
    const shape = await askAgain(visit, readProfile, null);
    if (shape.captcha) return challenged;
    if (ours.length === 0) return clock.now() - from > requestWithinMs ? lastWord(visit, claim) : null;
    if (isUnderWay(ours)) return null;
    const refused = refusedBy(ours, shape, claim.before);
    if (refused?.sure === true)
      return { kind: "doubt", reason: refused.words, because: "refused", ...onceOf(refused) };
    if (refused === null && accepted(telling(ours)) && isGone(shape, claim)) return { kind: "withdrawn" };
    endedAt ??= clock.now();
    return clock.now() - endedAt > showWithinMs ? lastWord(visit, claim) : null;
  };
}

/** What to say when the page has had its time. */
async function lastWord(visit: Visit, claim: ProfileClaim): Promise<Proved> {
  const ours = actsOf(visit, claim);
  if (isUnderWay(ours)) return { kind: "unverified", reason: "LinkedIn never answered" };
  const shape = await askAgain(visit, readProfile, null);
  const words =
    refusedBy(ours, shape, claim.before)?.words ??
    (ours.length === 0
      ? "the page asked for nothing after the click"
      : "the page did not change after the click");
  return { kind: "doubt", reason: words, because: "unchanged" };
}

function actsOf(visit: Visit, claim: ProfileClaim): readonly Exchange[] {
  return visit.tab.exchanges(claim.mark).filter(acts(visit));
}

/** No Pending of this person's, on a page that still is this person's. */
function isGone(shape: ProfileShape, { meant, before }: ProfileClaim): boolean {
  const { name, addresses } = meant.invitation;
  const same = JSON.stringify(shape.headings) === JSON.stringify(before.headings);
  return same && pendingOn(shape.controls, { name, addresses, entry: meant.entry }, []).kind === "none";
}

function isSamePage(url: string, { meant }: ProfileClaim): boolean {
  const shown = profileAddressOnPage(url);
  return shown !== null && shares([shown], meant.invitation.addresses);
}
