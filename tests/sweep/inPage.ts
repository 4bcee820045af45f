import { setImmediate } from "node:timers/promises";
import { openMemberTab } from "@lapse/browser/memberTab";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Tab } from "@lapse/core/linkedin/visit/tab";
import { tabOver } from "@lapse/core/linkedin/visit/tabOver";
import { parsePolicy } from "@lapse/core/policy/parse";
import type { Progress } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import { sweep } from "@lapse/core/sweep/sweep";
import { type Faults, type MemberSpec, startReplica } from "@lapse/replica/replica";
import { impatientClock } from "../pages/stage.ts";
import { note, people } from "./kit.ts";

/** What a sweep came to. */
export interface Swept {
  readonly result: SweepResult;
  readonly kinds: readonly string[];
  readonly withdrawn: readonly string[];
  readonly ignored: readonly string[];
  /** How often a page was asked for. */
  readonly pages: number;
}

export interface Means {
  /** Keeps the page's only thread busy for ever. */
  readonly hang: () => void;
  readonly interrupt: () => void;
  /** Runs a script in the page. */
  readonly run: (script: string) => Promise<unknown>;
  /** What goes wrong from now on. */
  readonly faults: (faults: Partial<Faults>) => void;
}

/** What is done in the middle of it. */
export interface Hooks {
  readonly onPress?: (when: "before" | "after", nth: number, means: Means) => void;
  readonly onProgress?: (progress: Progress, means: Means) => void;
  readonly onAppend?: (event: LedgerEvent, means: Means) => Promise<unknown> | undefined;
}

/** What is on the member's lists, and their policy. */
export interface Lists {
  readonly of: Pick<MemberSpec, "invitations" | "received">;
  readonly policy: unknown;
}
const fiveSent: Lists = { of: { invitations: people(5, (i) => 40 + i) }, policy: {} };

/** One sweep of five (or of `lists`), on a real page, in which something happens in the middle. */
export async function sweepInPage(hooks: Hooks, lists: Lists = fiveSent): Promise<Swept> {
  const { onPress, onProgress, onAppend } = hooks;
  const replica = await startReplica();
  const member = replica.addMember({
    ...{ slug: "ada-sender", name: "Ada Sender", email: "ada@sender.example", password: "secret-of-ada" },
    ...lists.of,
  });
  const policy = parsePolicy(lists.policy);
  if (!policy.ok) throw new Error("the policy of a test is refused");
  const session = member.mintSession();
  const clock = impatientClock();
  const events: LedgerEvent[] = [];
  const interrupted = new AbortController();
  let tab: Tab | null = null;
  const means: Means = {
    hang: () => void tab?.evaluate("(() => { for (;;); })()").catch(() => undefined),
    interrupt: () => interrupted.abort(),
    run: async (script) => tab?.evaluate(`(() => { ${script} })()`),
    faults: (faults) => void Object.assign(member.faults, faults),
  };
  const openTab = async () => {
    const opened = await openMemberTab(replica.origin, session);
    const { tab: plain } = opened;
    tab = plain;
    let nth = 0;
    const press: Tab["press"] = async (at) => {
      onPress?.("before", ++nth, means);
      // What was asked of the page first has to be on its way first.
      await setImmediate();
      await plain.press(at);
      onPress?.("after", nth, means);
    };
    return { ...opened, tab: tabOver(plain, { press }) };
  };
  try {
    const result = await sweep(
      {
        ...{ openTab, clock, signal: interrupted.signal, random: () => 0.5 },
        ledger: {
          append: async (event) => {
            events.push(event);
            await onAppend?.(event, means);
          },
          read: async () => events,
        },
        lease: { acquire: async () => true, renew: async () => true, release: async () => undefined },
        policy: async () => policy.policy,
        onCookies: async () => undefined,
        onProgress: (progress) => onProgress?.(progress, means),
      },
      {
        ...{ run: "a-run", site: replica.origin, session, trigger: "by-hand", preview: false, paceMs: 0 },
        ...{ startedAt: clock.now(), budgetMs: 780_000 },
      },
    );
    note(result.outcome, replica, member);
    return {
      ...{ result, pages: replica.journal.of("page").length },
      kinds: events.map(({ kind }) => kind),
      withdrawn: member.withdrawn().map(({ name }) => name),
      ignored: member.received.ignored().map(({ name }) => name),
    };
  } finally {
    await replica.close();
  }
}
