import type { Clock } from "../../sweep/clock.ts";
import type { Hands } from "../act/hands.ts";
import { PageSilent } from "./stop.ts";
import type { Tab } from "./tab.ts";
import { tabOver } from "./tabOver.ts";

/** How long a tab's answers may be waited for; as in `Visit`. */
export interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly graceMs: number;
  readonly hands: Hands;
}

/** As long as a page may take to load: a list of thousands keeps a slow machine busy for seconds. */
const answerWithinMs = 45_000;
/** A page that is busy for so long is not silent, whatever the time and whoever interrupts. */
const busyMs = 3_000;
/** How long an interruption waits for the click in hand. */
const finishWithinMs = 8_000;

/**
 * The same tab, whose every answer is waited for within its own bound and what is left of the sweep's time: a page
 * whose script never yields answers nothing. Throws PageSilent then, and again at once for whatever is asked of the
 * page before it has answered. Cookies are the browser's own, and can be had all the same.
 */
export function patientTab(tab: Tab, patience: Patience): Tab {
  const page = new Answers(patience);
  return tabOver(tab, {
    open: (url, timeoutMs) => page.answer(() => tab.open(url, timeoutMs), Math.max(0, timeoutMs) + busyMs),
    evaluate: (expression) => page.answer(() => tab.evaluate(expression)),
    hover: (at) => page.answer(() => tab.hover(at)),
    press: (at) => page.answer(() => tab.press(at)),
    escape: () => page.answer(() => tab.escape()),
    clickListeners: (at) => page.answer(() => tab.clickListeners(at)),
    cookies: () => new Answers(patience).answer(() => tab.cookies()),
  });
}

const late = Symbol("late");

class Answers {
  readonly #patience: Patience;
  /** How many answers were given up and never came. */
  #owed = 0;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  async answer<T>(ask: () => Promise<T>, withinMs = answerWithinMs): Promise<T> {
    const limit = this.#limit(withinMs);
    if (this.#owed > 0 || limit <= this.#patience.clock.now()) throw this.#silent();
    const answered = new AbortController();
    const work = ask();
    try {
      const first = await Promise.race([work, this.#late(limit, answered.signal)]);
      if (first !== late) return first;
    } finally {
      answered.abort();
    }
    this.#owed++;
    const came = () => void this.#owed--;
    work.then(came, came);
    throw this.#silent();
  }

  /** Until when an answer is waited for that is asked for now. */
  #limit(withinMs: number): number {
    const { clock, deadline, graceMs, hands } = this.#patience;
    const now = clock.now();
    const last = deadline + graceMs;
    const byBudget = hands.full ? last : Math.min(last, Math.max(deadline, now + busyMs));
    return Math.min(now + withinMs, byBudget);
  }

  async #late(limit: number, answered: AbortSignal): Promise<typeof late> {
    const { clock, signal, hands } = this.#patience;
    await pauseUnless(clock, limit - clock.now(), [answered, signal]);
    const left = limit - clock.now();
    if (signal.aborted && !answered.aborted && left > 0)
      await clock.pause(Math.min(left, hands.full ? finishWithinMs : busyMs), answered);
    return late;
  }

  #silent(): PageSilent {
    const { clock, signal, deadline } = this.#patience;
    if (signal.aborted) return new PageSilent("interrupted");
    return new PageSilent(clock.now() >= deadline ? "out-of-time" : "unreachable");
  }
}

/** A pause that any of the signals ends; none of them is listened to for longer. */
async function pauseUnless(clock: Clock, ms: number, signals: readonly AbortSignal[]): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  if (signals.some((signal) => signal.aborted)) return;
  for (const signal of signals) signal.addEventListener("abort", end);
  try {
    await clock.pause(ms, over.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", end);
  }
}
