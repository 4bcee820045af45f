import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import type { Listed } from "../../src/linkedin/list/list.ts";
import { receivedList, sentList } from "../../src/linkedin/list/listKind.ts";
import type { Reading } from "../../src/linkedin/list/read.ts";
import type { Tab } from "../../src/linkedin/visit/tab.ts";
import { plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { lastLook } from "../../src/sweep/lastLook.ts";
import type { SweepPorts, SweepRequest } from "../../src/sweep/ports.ts";
import { RunRecord } from "../../src/sweep/record.ts";
import { type Job, startVisit } from "../../src/sweep/start.ts";
import { triggerOf } from "../../src/sweep/trigger.ts";
import { day, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { policyWith } from "../plan/sample.ts";
import { listed } from "./sample.ts";

interface Scene {
  readonly policy: Policy;
  readonly events?: readonly LedgerEvent[];
  readonly trigger?: SweepRequest["trigger"];
  readonly direction?: "sent" | "received";
  /** How many are on the list still; the sweep read eight. */
  readonly left?: number;
}

const eight = Array.from({ length: 8 }, (_, i) => listed(`person-${i}`));

/** Asks once more about the oldest of those that are left, and tells what was written. */
async function look({ policy, events = [], trigger = "scheduled", direction = "sent", left = 8 }: Scene) {
  const ledger = [...events];
  const clock = { now: () => now, pause: async () => undefined };
  const signal = new AbortController().signal;
  const ports = {
    ...{ clock, signal, policy: async () => policy, random: () => 0 },
    ledger: { read: async () => ledger, append: async (one: LedgerEvent) => void ledger.push(one) },
    lease: { acquire: async () => true, renew: async () => true, release: async () => undefined },
    openTab: () => Promise.reject(new Error("no browser here")),
    onCookies: async () => undefined,
  } satisfies SweepPorts;
  const request: SweepRequest = {
    ...{ run: "r1", site: "https://x.example", session: { cookies: [] }, trigger },
    ...{ preview: false, paceMs: null, startedAt: now, budgetMs: 60_000 },
  };
  const tab = { mark: () => 0 } as Partial<Tab> as Tab;
  const visit = startVisit(ports, request, tab, direction === "sent" ? sentList : receivedList);
  const job: Job = {
    ...{ ports, request, visit, record: new RunRecord(ports, request), view: foldLedger([]) },
    before: { due: 0, acted: false, reading: null },
  };
  const rows = eight.map(
    (each): Listed => ({ ...each, invitation: { ...each.invitation, direction } as Listed["invitation"] }),
  );
  const whole: Reading = { listed: rows, pending: rows.length, others: 0 };
  const current: Reading = { listed: rows.slice(0, left), pending: left, others: 0 };
  const one = rows[left - 1] as Listed;
  const prepared = {
    kind: "ready",
    reading: whole,
    plan: plan(planInput(policy, [])),
    readingMs: 0,
  } as const;
  const held = await lastLook(job, prepared, one, current);
  return { held, wrote: ledger.slice(events.length).map(({ kind }) => kind), one };
}

function planInput(policy: Policy, events: readonly LedgerEvent[], left = 8) {
  const invitations = eight.slice(0, left).map((each) => each.invitation);
  const trigger = triggerOf({ trigger: "scheduled" }, foldLedger(events));
  return { policy, invitations, pending: left, now, spent: 0, trigger };
}

/** A digest named all eight so many days ago. */
function toldAgo(days: number): LedgerEvent {
  const fact: LedgerFact = {
    kind: "announced",
    upcoming: eight.map(({ invitation: { id, profile, name, sentAt } }) => ({
      ...{ id, profile, name, sentAt },
      on: new Date(now - days * day).toISOString(),
    })),
  };
  return event(now - days * day, fact);
}

const noNotice = policyWith({ noticeDays: 0 });

describe("A rule that changed while a sweep is running", () => {
  test("lets the click be made, with an intent before it, where it allows it still", async () => {
    expect(await look({ policy: noNotice })).toMatchObject({ held: null, wrote: ["intent"] });
  });

  test("holds whoever was told too short a time ago for the notice that is asked for now", async () => {
    const policy = policyWith({ noticeDays: 7 });
    const untold = await look({ policy });
    expect(untold).toMatchObject({
      held: "older than 30 days; the next digest will announce it",
      wrote: [],
    });
    expect(await look({ policy, events: [toldAgo(6)] })).toMatchObject({
      held: "older than 30 days; announced, to be withdrawn from 2026-11-24",
      wrote: [],
    });
    expect((await look({ policy, events: [toldAgo(7)] })).held).toBeNull();
    expect((await look({ policy, trigger: "by-hand" })).held).toBeNull();
  });

  test("holds all of them once no more are pending than it wants, counted as they are by now", async () => {
    const policy = policyWith({ noticeDays: 0, onlyWhenPendingOver: 6 });
    expect((await look({ policy, left: 7 })).held).toBeNull();
    for (const trigger of ["scheduled", "by-hand"] as const)
      expect(await look({ policy, left: 6, trigger })).toMatchObject({
        held: "kept: you act only while more than 6 are pending",
        wrote: [],
      });
    const received = { ...policy, received: { ignoreOlderThanDays: 30 } };
    expect((await look({ policy: received, left: 6, direction: "received" })).held).toBeNull();
  });

  test("is obeyed as a sweep that is planned with it from the start would", async () => {
    const change = fc.record({
      olderThanDays: fc.constantFrom(7, 30, 39, 40, 120),
      noticeDays: fc.constantFrom(0, 3, 7, 28),
      onlyWhenPendingOver: fc.constantFrom(0, 0, 3, 7, 100),
      perDay: fc.constantFrom(1, 10),
    });
    const words = fc.constantFrom([], ["compiler"], ["nobody"]);
    const newest = fc.constantFrom(0, 0, 4, 8);
    const told = fc.constantFrom(null, 0, 3, 5, 10, 61);
    await fc.assert(
      fc.asyncProperty(change, words, newest, told, fc.integer({ min: 1, max: 8 }), async (...given) => {
        const [changed, kept, newestKept, toldDays, left] = given;
        const policy = policyWith(changed, { words: kept, newest: newestKept });
        const events = toldDays === null ? [] : [toldAgo(toldDays)];
        const { held, one } = await look({ policy, events, left });
        const anew = plan(planInput(policy, events, left));
        expect(held === null).toBe(anew.act.some(({ id }) => id === one.invitation.id));
      }),
      { numRuns: 500 },
    );
  });
});
