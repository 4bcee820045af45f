import type { RollCall } from "../page/rows.ts";
import type { SweepStop } from "../visit/stop.ts";
import type { Exchange } from "../visit/tab.ts";
import { troubleOfExchange, troubleStop } from "../visit/verdict.ts";
import type { Visit } from "../visit/visit.ts";
import type { Proved } from "./untilProved.ts";

/** Words in which a refusal comes, inside a 200 and in a toast [V: "Failed to withdraw invitation"; the rest I]. */
const refusal =
  /(?:failed to|could ?n[o'’]t|could not|unable to) (?:withdraw|ignore)|something went wrong|try again/i;

/** Whether a request is the act of this list: a withdrawal, or an ignoring. */
export function acts({ list }: Visit): (exchange: Exchange) => boolean {
  return ({ method, url, requestBody }) => list.isAct({ method, url, body: requestBody });
}

/** A wall that met the act itself. A plain refusal of the only request changed nothing; anything else leaves it open. */
export function wall(ours: readonly Exchange[], site: string, act = "the withdrawal"): Proved | null {
  for (const exchange of ours) {
    const trouble = troubleOfExchange(exchange, site);
    if (trouble === null) continue;
    const stop = troubleStop(trouble);
    const reason = `LinkedIn answered ${act} with a refusal (${trouble})`;
    const { status } = exchange;
    const plain = (status === 429 || status === 999 || status === 401) && isOnly(exchange, ours);
    return plain ? { kind: "failed", reason, stop } : { kind: "unverified", reason, stop };
  }
  return null;
}

/** What is still on its way may yet be done: that nothing has changed so far proves nothing. */
export function isUnderWay(ours: readonly Exchange[]): boolean {
  return ours.some(({ ended }) => !ended);
}

/** The request that tells what the click came to: one that LinkedIn said yes to, else the last. Undefined where there is none. */
export function telling(ours: readonly Exchange[]): Exchange | undefined {
  const yes = ours.findLast(
    (each) => each.ended && each.status !== null && accepted(each) && !saysNo(each.text),
  );
  return yes ?? ours.at(-1);
}

function saysNo(text: string | null): boolean {
  return text !== null && refusal.test(text);
}

/** Whether nothing was asked but this: neither did the page ask twice, nor Chromium, as far as one can see. */
function isOnly(exchange: Exchange, ours: readonly Exchange[]): boolean {
  return ours.length === 1 && exchange.once !== false;
}

/** The guard stopped a request of this click. Where there was another one, that may have been carried out. */
export function stoppedAnother(ours: readonly Exchange[]): Proved {
  const reason = "its request named another invitation and was stopped";
  if (ours.length <= 1) return { kind: "failed", reason, once: true };
  return isUnderWay(ours) ? { kind: "unverified", reason } : { kind: "doubt", reason, because: "unchanged" };
}

/** A wall that met something else which the page asked for since it was opened: it says nothing of the act, and ends the sweep. */
export function wallBeside(visit: Visit): SweepStop | null {
  const isOurs = acts(visit);
  for (const exchange of visit.tab.exchanges(visit.since)) {
    const trouble = isOurs(exchange) ? null : troubleOfExchange(exchange, visit.site);
    if (trouble !== null) return troubleStop(trouble);
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
  ours: readonly Exchange[],
  roll: Pick<RollCall, "notices">,
  before: Pick<RollCall, "notices">,
  word: "withdraw" | "ignore" = "withdraw",
): Refusal | null {
  const exchange = telling(ours);
  const status = exchange?.status ?? null;
  const once = exchange?.once === true && isOnly(exchange, ours);
  if (exchange?.ended === true && status !== null && status >= 400 && status < 500) {
    return { words: `LinkedIn refused it (status ${status})`, sure: true, once };
  }
  if (status !== null && status < 300 && saysNo(exchange?.text ?? null))
    return { words: `LinkedIn answered that it failed to ${word}`, sure: true, once };
  const notice = roll.notices.find((text) => refusal.test(text) && !before.notices.includes(text));
  return notice === undefined
    ? null
    : { words: `LinkedIn showed that it failed to ${word}`, sure: false, once: false };
}
