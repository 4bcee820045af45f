import { describe, expect, test } from "vitest";
import { foldLedger } from "../../src/ledger/fold.ts";
import { askedProfile } from "../../src/linkedin/profile/open.ts";
import type { Tab } from "../../src/linkedin/visit/tab.ts";
import { plan } from "../../src/plan/plan.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { act } from "../../src/sweep/act.ts";
import { tabUnlessHalted } from "../../src/sweep/halted.ts";
import { messageOf } from "../../src/sweep/message.ts";
import type { SweepPorts, SweepRequest } from "../../src/sweep/ports.ts";
import { toldOf } from "../../src/sweep/profile/told.ts";
import { withdrawFromProfile } from "../../src/sweep/profile/withdrawal.ts";
import { RunRecord } from "../../src/sweep/record.ts";
import { startVisit } from "../../src/sweep/start.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { input } from "../plan/sample.ts";
import { item, listed } from "./sample.ts";

const why = "whoever runs Lapse has stopped everything for now";

/** Ports of which none but the policy and the switch may be reached. */
function stoppedPorts() {
  const reached: string[] = [];
  const never = (name: string) => async () => {
    reached.push(name);
    throw new Error(`${name} is out of reach`);
  };
  const ports: SweepPorts = {
    openTab: never("browser"),
    clock: { now: () => 0, pause: never("pause") },
    random: () => 0.5,
    ledger: { read: never("ledger"), append: never("ledger") },
    lease: { acquire: never("lease"), renew: never("lease"), release: never("lease") },
    signal: new AbortController().signal,
    policy: async () => defaultPolicy,
    halted: async () => why,
    onCookies: never("cookies"),
  };
  return { ports, reached, never };
}

const request: SweepRequest = {
  ...{ run: "r1", site: "https://x.example", session: { cookies: [] }, trigger: "scheduled" },
  ...{ preview: false, paceMs: null, startedAt: 0, budgetMs: 60_000 },
};

describe("Where an operator stopped everything", () => {
  test.each([false, true])("no browser is opened and nothing is written (preview: %s)", async (preview) => {
    const { ports, reached } = stoppedPorts();
    expect(await sweep(ports, { ...request, preview })).toMatchObject({ outcome: "interrupted", items: [] });
    expect(reached).toEqual([]);
  });

  test("nor for one withdrawal on a person's page", async () => {
    const { ports, reached } = stoppedPorts();
    const profile = askedProfile("/in/ada-example");
    if (profile === null) throw new Error("it is a profile");
    const result = await withdrawFromProfile(ports, { ...request, profile });
    expect(result).toMatchObject({
      outcome: "interrupted",
      message: `Nothing was withdrawn: ${why}. Start it again.`,
    });
    expect(reached).toEqual([]);
  });

  test("each click asks anew, and is not made; everything else of the tab is as it was", async () => {
    const did: string[] = [];
    const plain = new Proxy({} as Tab, {
      get: (_, name) => (given?: unknown) => {
        did.push(String(name));
        return given ?? name;
      },
    });
    let asked = 0;
    const tab = tabUnlessHalted(plain, { halted: async () => (++asked < 2 ? null : why) });
    await tab.press({ x: 1, y: 2 });
    await expect(tab.press({ x: 1, y: 2 })).rejects.toMatchObject({ outcome: "interrupted", message: why });
    expect(did).toEqual(["press"]);
    const others = Object.keys(tab).filter((name) => name !== "press") as (keyof Tab)[];
    for (const name of others) Reflect.apply(tab[name], tab, ["given"]);
    expect(did).toEqual(["press", ...others]);
    expect([asked, others.length]).toEqual([2, 12]);
  });

  test("in the pause before a withdrawal, nobody is named, and the page is not so much as looked at", async () => {
    const steps: string[] = [];
    let stopped = false;
    const { ports: out, reached, never } = stoppedPorts();
    const ports: SweepPorts = {
      ...out,
      clock: {
        now: () => 0,
        pause: async () => {
          stopped = true;
        },
      },
      halted: async () => (stopped ? why : null),
      onProgress: ({ step }) => void steps.push(step),
    };
    const tab = new Proxy({ mark: () => 0 } as Partial<Tab> as Tab, {
      get: (own, name) => own[name as "mark"] ?? never(String(name)),
    });
    const target = { profileHref: null, label: "Withdraw", name: "Ada Example" };
    const row = { ...listed("ada-example"), target };
    const job = {
      ...{ ports, request: { ...request, paceMs: 1_000 }, visit: startVisit(ports, request, tab) },
      ...{ record: new RunRecord(ports, request), view: foldLedger([]) },
      before: { due: 0, acted: true, reading: null },
    };
    const decided = plan(input([40], { invitations: [row.invitation] }));
    const reading = { listed: [row], pending: 1, others: 0 };
    const prepared = { kind: "ready", reading, plan: decided, readingMs: 0 } as const;
    const ending = await act(job, prepared, { board: null, pending: 1, reading: null });
    expect(ending).toEqual({ outcome: "interrupted", why });
    expect(decided.act).toHaveLength(1);
    expect([steps, reached]).toEqual([["waiting"], []]);
  });

  test("the member is told what was done, that it was not their doing, and that it goes on", () => {
    expect(messageOf("interrupted", [item("withdrawn"), item("due")], why)).toBe(
      `1 invitation was withdrawn; ${why}, and the next sweep goes on from here; nobody has to act.`,
    );
    expect(toldOf({ outcome: "interrupted", why }, item("withdrawn"))).toBe(
      `The invitation to Ada Example was withdrawn; there was no second look: ${why}.`,
    );
  });
});
