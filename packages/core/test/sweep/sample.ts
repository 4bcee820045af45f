import type { Invitation } from "../../src/invitation/invitation.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import type { Listed } from "../../src/linkedin/list/list.ts";
import { sentList } from "../../src/linkedin/list/listKind.ts";
import type { SweepPorts, SweepRequest } from "../../src/sweep/ports.ts";
import { RunRecord } from "../../src/sweep/record.ts";
import type { ItemState, SweepItem } from "../../src/sweep/result.ts";
import type { Job } from "../../src/sweep/start.ts";
import { invitation, now } from "../invitation/sample.ts";

export function item(state: ItemState): SweepItem {
  return {
    id: "7530597266228558253",
    profile: "/in/ada-example",
    name: "Ada Example",
    sentAt: null,
    direction: "sent",
    ageDays: { atLeast: 40, atMost: 41 },
    state,
    reason: "older than 30 days",
  };
}

export function listed(slug: string, more: Partial<Invitation> = {}): Listed {
  return { invitation: invitation(slug, 40, more), target: null, entry: null, page: 0 };
}

/** A sweep of the Sent list that began a minute ago, without a browser, and writes into this ledger. */
export function jobWith(ledger: LedgerEvent[]): Job {
  const clock = { now: () => now };
  const ports = {
    clock,
    ledger: { read: async () => ledger, append: async (one: LedgerEvent) => void ledger.push(one) },
  } as unknown as SweepPorts;
  const request = { run: "r1", startedAt: now - 60_000 } as SweepRequest;
  return {
    ...{ ports, request, record: new RunRecord(ports, request), view: foldLedger(ledger) },
    visit: { list: sentList, clock, skew: null },
  } as unknown as Job;
}
