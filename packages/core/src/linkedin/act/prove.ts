import { allSigns, compareRolls, invitationKeys, missingSigns } from "../list/roll.ts";
import { callRoll, type RollCall } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import type { Visit } from "../visit/visit.ts";
import { accepted, acts, isUnderWay, onceOf, refusedBy, stoppedAnother, telling, wall } from "./answer.ts";
import { challenged, type Proved, requestWithinMs, showWithinMs, untilProved } from "./untilProved.ts";

export interface Claim {
  readonly target: { readonly profileHref: string | null; readonly label: string };
  readonly before: RollCall;
  /** Requests from here on came after the confirming click. */
  readonly mark: number;
  /** Whether the request was stopped because it named another invitation. */
  readonly wasStopped: () => boolean;
}

const lookWhileAskedMs = 1_000;
const leaveWithinMs = 3_000;
/** A page may show that it is done before it has asked for it; its request comes with the click, or soon after. */
const askWithinMs = 3_000;

/** Waits for the four signs, for a refusal, or for long enough to say that it is not proved. Never throws a stop. */
export function prove(visit: Visit, claim: Claim): Promise<Proved> {
  return untilProved(visit, { look: watch(visit, claim), lastWord: () => lastWord(visit, claim) });
}

function watch(visit: Visit, claim: Claim): () => Promise<Proved | null> {
  const { tab, clock } = visit;
  const target = targetKey(claim);
  const from = clock.now();
  let endedAt: number | null = null;
  let lookedAt = from;
  return async () => {
    const since = tab.exchanges(claim.mark);
    const ours = since.filter(acts(visit));
    if (claim.wasStopped()) return stoppedAnother(ours);
    const walled = wall(ours, visit.site, visit.list.act);
    if (walled !== null) return walled;
    const last = telling(ours);
    const left = since.some((exchange) => exchange.kind === "document");
    if (left || !visit.list.isAddress(tab.url())) {
      // A page that shows another tab by itself may still have the request of our press before it.
      if (!left && (last === undefined || isUnderWay(ours)) && clock.now() - from < leaveWithinMs)
        return null;
      return { kind: "doubt", reason: "the page left the list", because: "moved" };
    }
    // While the answer is on its way there is nothing to prove; looking now and then finds what comes instead.
    if (isUnderWay(ours) && clock.now() - lookedAt < lookWhileAskedMs) return null;
    lookedAt = clock.now();
    const roll = await askAgain(visit, callRoll, null);
    if (roll.captcha) return challenged;
    const refused = refusedBy(ours, roll, claim.before, visit.list.word);
    const signs = compareRolls(claim.before, roll, target);
    if (refused !== null && !isUnderWay(ours) && !signs.targetGone && signs.nobodyElseGone) {
      // A clear no in the answer itself changed nothing. A mere toast, or a server that broke, may have done it.
      return refused.sure
        ? { kind: "failed", reason: refused.words, ...onceOf(refused) }
        : { kind: "doubt", reason: refused.words, because: "unchanged" };
    }
    const asked = last !== undefined || clock.now() - from > askWithinMs;
    if (allSigns(signs) && asked && !isUnderWay(ours) && refused === null && accepted(last)) {
      visit.proved = { roll, at: clock.now() };
      return { kind: "withdrawn" };
    }

    const now = clock.now();
    if (last !== undefined && !isUnderWay(ours) && endedAt === null) endedAt = now;
    if (last === undefined && now - from > requestWithinMs) return lastWord(visit, claim);
    return endedAt !== null && now - endedAt > showWithinMs ? lastWord(visit, claim) : null;
  };
}

/** What to say when the page has had its time. */
async function lastWord(visit: Visit, claim: Claim): Promise<Proved> {
  const roll = await askAgain(visit, callRoll, null);
  const signs = compareRolls(claim.before, roll, targetKey(claim));
  const ours = visit.tab.exchanges(claim.mark).filter(acts(visit));
  const refused = refusedBy(ours, roll, claim.before, visit.list.word);
  if (isUnderWay(ours)) return { kind: "unverified", reason: "LinkedIn never answered" };
  const untouched = invitationKeys(roll, claim.before).length === invitationKeys(claim.before).length;

  if (refused?.sure === true)
    return { kind: "doubt", reason: refused.words, because: "refused", ...onceOf(refused) };
  if (untouched || refused !== null) {
    return {
      kind: "doubt",
      reason: refused?.words ?? "the page did not change after the click",
      because: "unchanged",
    };
  }
  const missing = missingSigns(signs);
  return {
    kind: "unverified",
    reason: missing === "" ? "LinkedIn answered with an error" : `after the click, ${missing}`,
  };
}

export function targetKey(claim: Pick<Claim, "target" | "before">): string {
  const { profileHref, label } = claim.target;
  const keys = invitationKeys(claim.before);
  const leadsThere = (key: string) => key.split("\n").some((line) => line.startsWith(`${profileHref}|`));
  const found = keys.find((key) => {
    const lines = key.split("\n");
    const named = lines.some((line) => line.slice(line.indexOf("|") + 1) === label);
    return named && (profileHref === null ? !/\/in\/[^/?#|]/.test(key) : leadsThere(key));
  });
  if (found !== undefined) return found;
  // A control may be called by its text alone, which the roll call does not take down.
  const linked = profileHref === null ? [] : keys.filter(leadsThere);
  return linked.length === 1 ? (linked[0] ?? "") : "";
}
