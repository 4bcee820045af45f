import { describe, expect, test } from "vitest";
import type { DriftReport } from "../../src/linkedin/report/report.ts";
import type { Tab } from "../../src/linkedin/visit/tab.ts";
import type { Clock } from "../../src/sweep/clock.ts";
import { tellDrift } from "../../src/sweep/drift.ts";
import type { Ending } from "../../src/sweep/ending.ts";
import type { SweepPorts } from "../../src/sweep/ports.ts";
import { startVisit } from "../../src/sweep/start.ts";

const drifted: Ending = { outcome: "page-drift", why: "…", missing: "a row" };

/** Time that passes at once where it is waited for. */
const hasty: Clock = { now: () => 0, pause: async () => undefined };
/** Time that never passes. */
const still: Clock = { now: () => 0, pause: () => new Promise(() => undefined) };

function tellOf(
  clock: Clock,
  ending: Ending,
  evaluate: Tab["evaluate"],
): { told: DriftReport[]; ended: Promise<void> } {
  const told: DriftReport[] = [];
  const signal = new AbortController().signal;
  const tab = { evaluate, mark: () => 0 } as Partial<Tab> as Tab;
  const ports = { clock, signal, onDrift: (report) => void told.push(report) } as Partial<SweepPorts>;
  const visit = startVisit(
    { clock, signal },
    { site: "https://x.example", startedAt: 0, budgetMs: 60_000 },
    tab,
  );
  return { told, ended: tellDrift(ports as SweepPorts, visit, ending) };
}

describe("What a sweep tells of a page that it did not understand", () => {
  test("never changes how it ended: not where the page is gone", async () => {
    const { told, ended } = tellOf(still, drifted, () => Promise.reject(new Error("gone")));
    await expect(ended).resolves.toBeUndefined();
    expect(told).toEqual([]);
  });

  test("and not where the page never answers", async () => {
    const { told, ended } = tellOf(hasty, drifted, () => new Promise(() => undefined));
    await expect(ended).resolves.toBeUndefined();
    expect(told).toEqual([]);
  });

  test.each(["done", "signed-out", "rate-limited", "interrupted"] as const)(
    "is nothing after %s: the page is not even asked",
    async (outcome) => {
      let asked = 0;
      const { ended } = tellOf(still, { outcome, why: null }, async () => {
        asked++;
      });
      await ended;
      expect(asked).toBe(0);
    },
  );
});
