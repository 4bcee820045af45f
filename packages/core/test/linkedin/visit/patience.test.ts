import { describe, expect, test } from "vitest";
import { type Patience, patientTab } from "../../../src/linkedin/visit/patience.ts";
import { outweighs, PageSilent, SweepStop } from "../../../src/linkedin/visit/stop.ts";
import type { Tab } from "../../../src/linkedin/visit/tab.ts";
import { troubleStop } from "../../../src/linkedin/visit/verdict.ts";

interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands until it is moved on; pauses end when it passes them, or when they are aborted. */
function handClock() {
  let now = 0;
  let waiting: Waiter[] = [];
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return {
    clock: {
      now: () => now,
      pause: (ms: number, signal: AbortSignal) =>
        new Promise<void>((wake) => {
          waiting.push({ at: now + ms, wake });
          signal.addEventListener("abort", () => wake());
          if (signal.aborted) wake();
        }),
    },
    async to(time: number): Promise<void> {
      await settle();
      while (now < time) {
        now = Math.min(time, ...waiting.map(({ at }) => at).filter((at) => at > now));
        const due = waiting.filter(({ at }) => at <= now);
        waiting = waiting.filter(({ at }) => at > now);
        for (const { wake } of due) wake();
        await settle();
      }
    },
    settle,
  };
}

/** A tab whose page answers when it is told to, and a sweep that has `deadline` ms. */
function stuck(deadline: number, handsFull = false) {
  const time = handClock();
  const interrupted = new AbortController();
  const patience: Patience = {
    ...{ clock: time.clock, signal: interrupted.signal, deadline, graceMs: 3_000 },
    hands: { full: handsFull },
  };
  const answers: (() => void)[] = [];
  const evaluate = () => new Promise<unknown>((resolve) => answers.push(() => resolve("here")));
  const cookies = async () => [{ name: "li_at", value: "v" }];
  const tab = patientTab({ evaluate, cookies } as Partial<Tab> as Tab, patience);
  const ask = () => {
    const told: { at: number | null; of: unknown } = { at: null, of: null };
    const note = (of: unknown) => void Object.assign(told, { at: time.clock.now(), of });
    tab.evaluate("1").then(note, note);
    return told;
  };
  return { time, interrupted, tab, ask, answers };
}

const outcomeOf = ({ of }: { of: unknown }) => (of instanceof PageSilent ? of.outcome : of);

describe("A page that does not answer", () => {
  test("ends the sweep as out of time where that is over first, and after a click a little later", async () => {
    for (const [handsFull, at] of [
      [false, 20_000],
      [true, 23_000],
    ] as const) {
      const { time, ask } = stuck(20_000, handsFull);
      const told = ask();
      await time.to(at - 1);
      expect(told.at).toBeNull();
      await time.to(at);
      expect([outcomeOf(told), told.at]).toEqual(["out-of-time", at]);
    }
  });

  test("ends it as unreachable where there is time left, and says so in words for the member", async () => {
    const { time, ask } = stuck(774_000);
    const told = ask();
    await time.to(60_000);
    expect([outcomeOf(told), told.at]).toEqual(["unreachable", 45_000]);
    expect(String(told.of)).toContain("stopped answering");
  });

  test("is asked nothing more, but the browser for its cookies; once it answers again it is", async () => {
    const { time, tab, ask, answers } = stuck(774_000);
    ask();
    await time.to(45_000);
    const again = ask();
    await time.settle();
    expect([outcomeOf(again), answers.length]).toEqual(["unreachable", 1]);
    await expect(tab.cookies()).resolves.toHaveLength(1);
    answers[0]?.();
    await time.settle();
    const later = ask();
    answers[1]?.();
    await time.settle();
    expect(later.of).toBe("here");
  });

  test("for a second or two only is waited for, also where the time is over meanwhile", async () => {
    const { time, ask, answers } = stuck(20_000);
    await time.to(19_900);
    const told = ask();
    await time.to(21_900);
    answers[0]?.();
    await time.settle();
    expect(told.of).toBe("here");
  });

  test("keeps an interruption waiting for seconds: a few, and a few more for the click in hand", async () => {
    for (const [handsFull, within] of [
      [false, 3_000],
      [true, 8_000],
    ] as const) {
      const { time, ask, interrupted } = stuck(774_000, handsFull);
      const told = ask();
      await time.to(1_000);
      interrupted.abort();
      await time.to(1_000 + within - 1);
      expect(told.at).toBeNull();
      await time.to(1_000 + within);
      expect([outcomeOf(told), told.at]).toEqual(["interrupted", 1_000 + within]);
    }
  });

  test("outweighs no withdrawal that was not proved; a wall does", () => {
    const silent = (["unreachable", "out-of-time", "interrupted"] as const).map((why) => new PageSilent(why));
    expect(silent.some(outweighs)).toBe(false);
    expect(outweighs(new SweepStop("out-of-time", "over"))).toBe(false);
    expect(outweighs(troubleStop("challenged")) && outweighs(troubleStop("unreachable"))).toBe(true);
  });
});
