import { setImmediate } from "node:timers/promises";
import { openMemberTab } from "@lapse/browser/memberTab";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Tab } from "@lapse/core/linkedin/tab";
import { tabOver } from "@lapse/core/linkedin/tabOver";
import { parsePolicy } from "@lapse/core/policy/parse";
import type { Progress } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { startReplica } from "@lapse/replica/replica";
import { describe, expect, test } from "vitest";
import { impatientClock } from "../pages/stage.ts";
import { named, note, people } from "./kit.ts";

interface Hung {
  readonly result: SweepResult;
  readonly kinds: readonly string[];
  readonly withdrawn: readonly string[];
  readonly cookies: number;
}

interface Means {
  /** Keeps the page's only thread busy for ever. */
  readonly hang: () => void;
  readonly interrupt: () => void;
}

/** One sweep of five, on a real page that stops yielding when it is told to. */
async function sweepHanging(
  onPress: (when: "before" | "after", nth: number, means: Means) => void,
  onProgress: (progress: Progress, means: Means) => void = () => undefined,
): Promise<Hung> {
  const replica = await startReplica();
  const member = replica.addMember({
    ...{ slug: "ada-sender", name: "Ada Sender", email: "ada@sender.example", password: "secret-of-ada" },
    invitations: people(5, (i) => 40 + i),
  });
  const policy = parsePolicy({});
  if (!policy.ok) throw new Error("the policy of a test is refused");
  const session = member.mintSession();
  const clock = impatientClock();
  const events: LedgerEvent[] = [];
  const interrupted = new AbortController();
  let tab: Tab | null = null;
  let cookies = 0;
  const means: Means = {
    hang: () => void tab?.evaluate("(() => { for (;;); })()").catch(() => undefined),
    interrupt: () => interrupted.abort(),
  };
  const openTab = async () => {
    const opened = await openMemberTab(replica.origin, session);
    const { tab: plain } = opened;
    tab = plain;
    let nth = 0;
    const press: Tab["press"] = async (at) => {
      onPress("before", ++nth, means);
      // What was asked of the page first has to be on its way first.
      await setImmediate();
      await plain.press(at);
      onPress("after", nth, means);
    };
    return { ...opened, tab: tabOver(plain, { press }) };
  };
  try {
    const result = await sweep(
      {
        ...{ openTab, clock, signal: interrupted.signal, random: () => 0.5 },
        ledger: { append: async (event) => void events.push(event), read: async () => events },
        lease: { acquire: async () => true, renew: async () => true, release: async () => undefined },
        policy: async () => policy.policy,
        onCookies: async () => void cookies++,
        onProgress: (progress) => onProgress(progress, means),
      },
      {
        ...{ run: "a-run", site: replica.origin, session, trigger: "by-hand", preview: false, paceMs: 0 },
        ...{ startedAt: clock.now(), budgetMs: 780_000 },
      },
    );
    note(result.outcome, replica, member);
    return {
      ...{ result, cookies },
      kinds: events.map(({ kind }) => kind),
      withdrawn: member.withdrawn().map(({ name }) => name),
    };
  } finally {
    await replica.close();
  }
}

describe("A page whose script never yields", () => {
  test.each(["before", "after"] as const)(
    "just %s the click that confirms leaves a withdrawal unproved, on record, and ends soon when it is interrupted",
    async (at) => {
      // A press for the row, a press for its dialog.
      const { result, kinds, withdrawn, cookies } = await sweepHanging((when, nth, { hang, interrupt }) => {
        if (nth !== 2 || when !== at) return;
        hang();
        interrupt();
      });
      expect(result.outcome).toBe("unverified");
      expect(named(result.items, "unverified")).toEqual(["Person 005"]);
      expect(named(result.items, "due")).toHaveLength(4);
      expect(kinds).toEqual(["sweep-started", "intent", "unverified", "sweep-ended"]);
      expect(withdrawn.every((name) => name === "Person 005")).toBe(true);
      expect(cookies).toBe(2);
    },
  );

  test("between two withdrawals ends the sweep when it is interrupted: what was done stays proved", async () => {
    const { result, kinds, withdrawn } = await sweepHanging(
      () => undefined,
      (progress, { hang, interrupt }) => {
        if (progress.step !== "withdrawing" || progress.done !== 1) return;
        hang();
        interrupt();
      },
    );
    expect(result.outcome).toBe("interrupted");
    expect(named(result.items, "withdrawn")).toEqual(["Person 005"]);
    expect(withdrawn).toEqual(["Person 005"]);
    expect(kinds).toEqual(["sweep-started", "intent", "withdrawn", "sweep-ended"]);
  });
});
