import { allSigns, compareRolls, invitationKeys, missingSigns } from "../list/roll.ts";
import { callRoll, type RollCall } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import { PageSilent, SweepStop } from "../visit/stop.ts";
import { type Exchange, TabLost } from "../visit/tab.ts";
import { troubleOfExchange, troubleStop } from "../visit/verdict.ts";
import { until, type Visit } from "../visit/visit.ts";
import type { Attempt } from "./withdraw.ts";

export interface Claim {
  readonly target: { readonly profileHref: string | null; readonly label: string };
  readonly before: RollCall;
  /** Requests from here on came after the confirming click. */
  readonly mark: number;
  /** Whether the request was stopped because it named another invitation. */
  readonly wasStopped: () => boolean;
}

/** How long the page may take to show what an answer said. */
const showWithinMs = 6_000;
const answerWithinMs = 25_000;
const lookWhileAskedMs = 1_000;
const requestWithinMs = 10_000;
const leaveWithinMs = 3_000;

/** Words in which a refusal comes, inside a 200 and in a toast [V: "Failed to withdraw invitation"; the rest I]. */
const refusal =
  /(?:failed to|could ?n[o'’]t|could not|unable to) (?:withdraw|ignore)|something went wrong|try again/i;

/** Waits for the four signs, for a refusal, or for long enough to say that it is not proved. Never throws a stop. */
export async function prove(visit: Visit, claim: Claim): Promise<Attempt> {
  try {
    return (
      (await until(visit, answerWithinMs + showWithinMs, watch(visit, claim))) ??
      (await lastWord(visit, claim))
    );
  } catch (stop) {
    if (stop instanceof PageSilent && stop.outcome !== "out-of-time")
      return { kind: "unverified", reason: "the page stopped answering before it was proved" };
    if (stop instanceof SweepStop)
      return { kind: "unverified", reason: "the time was over before it was proved" };
    if (stop instanceof TabLost)
      return { kind: "unverified", reason: "the browser ended before it was proved" };
    throw stop;
  }
}

function watch(visit: Visit, claim: Claim): () => Promise<Attempt | null> {
  const { tab, clock } = visit;
  const target = targetKey(claim);
  const from = clock.now();
  let endedAt: number | null = null;
  let lookedAt = from;
  return async () => {
    const since = tab.exchanges(claim.mark);
    const ours = since.filter(acts(visit));
    if (claim.wasStopped())
      return { kind: "failed", reason: "its request named another invitation and was stopped", once: true };
    const walled = wall(since, visit.site, visit.list.act);
    if (walled !== null) return walled;
    const last = ours.at(-1);
    const left = since.some((exchange) => exchange.kind === "document");
    if (left || !visit.list.isAddress(tab.url())) {
      // A page that shows another tab by itself may still have the request of our press before it.
      if (!left && last?.ended !== true && clock.now() - from < leaveWithinMs) return null;
      return { kind: "doubt", reason: "the page left the list", because: "moved" };
    }
    // While the answer is on its way there is nothing to prove; looking now and then finds what comes instead.
    if (last?.ended === false && clock.now() - lookedAt < lookWhileAskedMs) return null;
    lookedAt = clock.now();
    const roll = await askAgain(visit, callRoll, null);
    if (roll.captcha)
      return {
        kind: "unverified",
        reason: "a security check came before it was proved",
        stop: troubleStop("challenged"),
      };
    const refused = refusedBy(last, roll, claim.before, visit.list.word);
    const signs = compareRolls(claim.before, roll, target);
    if (refused !== null && !signs.targetGone && signs.nobodyElseGone) {
      // A clear no in the answer itself changed nothing. A mere toast, or a server that broke, may have done it.
      return refused.sure
        ? { kind: "failed", reason: refused.words, ...onceOf(refused) }
        : { kind: "doubt", reason: refused.words, because: "unchanged" };
    }
    const answered = last === undefined || last.ended;
    if (allSigns(signs) && answered && refused === null && accepted(last)) {
      visit.proved = { roll, at: clock.now() };
      return { kind: "withdrawn" };
    }

    const now = clock.now();
    if (last?.ended === true && endedAt === null) endedAt = now;
    if (last === undefined && now - from > requestWithinMs) return lastWord(visit, claim);
    return endedAt !== null && now - endedAt > showWithinMs ? lastWord(visit, claim) : null;
  };
}

export function acts({ list }: Visit): (exchange: Exchange) => boolean {
  return ({ method, url, requestBody }) => list.isAct({ method, url, body: requestBody });
}

/** What to say when the page has had its time. */
async function lastWord(visit: Visit, claim: Claim): Promise<Attempt> {
  const roll = await askAgain(visit, callRoll, null);
  const signs = compareRolls(claim.before, roll, targetKey(claim));
  const ours = visit.tab.exchanges(claim.mark).filter(acts(visit));
  const refused = refusedBy(ours.at(-1), roll, claim.before, visit.list.word);
  // What is still on its way may yet be done: that nothing has changed so far proves nothing.
  if (ours.at(-1)?.ended === false) return { kind: "unverified", reason: "LinkedIn never answered" };
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
  return { kind: "unverified", reason: `after the click, ${missingSigns(signs)}` };
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

/** A wall that met the withdrawal. A plain refusal changed nothing; a challenge leaves it open. */
export function wall(since: readonly Exchange[], site: string, act = "the withdrawal"): Attempt | null {
  for (const exchange of since) {
    const trouble = troubleOfExchange(exchange, site);
    if (trouble === null) continue;
    const stop = troubleStop(trouble);
    const reason = `LinkedIn answered ${act} with a refusal (${trouble})`;
    const plain = exchange.status === 429 || exchange.status === 999 || exchange.status === 401;
    return plain ? { kind: "failed", reason, stop } : { kind: "unverified", reason, stop };
  }
  return null;
}

export function accepted(exchange: Exchange | undefined): boolean {
  return (
    exchange === undefined || (exchange.failure === null && exchange.status !== null && exchange.status < 300)
  );
}

/** Said only where it is so. */
export function onceOf({ once }: Refusal): { readonly once?: true } {
  return once ? { once } : {};
}

export interface Refusal {
  readonly words: string;
  /** True where LinkedIn's own answer says that nothing was withdrawn. */
  readonly sure: boolean;
  /** True where that is the answer to the first and only request: nothing was done before it was refused, either. */
  readonly once: boolean;
}

/** Why LinkedIn said no, where it did: in the answer, or in a toast that was not there before. */
export function refusedBy(
  exchange: Exchange | undefined,
  roll: Pick<RollCall, "notices">,
  before: Pick<RollCall, "notices">,
  word: "withdraw" | "ignore" = "withdraw",
): Refusal | null {
  const status = exchange?.status ?? null;
  const once = exchange?.once === true;
  if (exchange?.ended === true && status !== null && status >= 400 && status < 500) {
    return { words: `LinkedIn refused it (status ${status})`, sure: true, once };
  }
  const answered = status !== null && status < 300 && exchange?.text != null && refusal.test(exchange.text);
  if (answered) return { words: `LinkedIn answered that it failed to ${word}`, sure: true, once };
  const notice = roll.notices.find((text) => refusal.test(text) && !before.notices.includes(text));
  return notice === undefined
    ? null
    : { words: `LinkedIn showed that it failed to ${word}`, sure: false, once: false };
}
