import { describe, expect, test } from "vitest";
import { type InvitationRef, referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { foldLedger, spentInLastDay } from "../../src/ledger/fold.ts";
import type { Listed } from "../../src/linkedin/list/list.ts";
import { reconcile } from "../../src/sweep/reconcile.ts";
import type { Job } from "../../src/sweep/start.ts";
import { event, hour, now } from "../ledger/sample.ts";
import { listed } from "./sample.ts";

const bo = listed("bo-sample");
const cy = listed("cy-sample", { id: "7500000000000000001" });
const ref = referenceTo(bo.invitation);

/** What a sweep that reads this list writes of an intent without a result, and what then counts against the day. */
async function reconciled(
  intent: InvitationRef,
  list: readonly Listed[],
  direction: "sent" | "received" = "sent",
) {
  const ledger: LedgerEvent[] = [event(now - hour, { kind: "intent", invitation: intent })];
  const job = {
    ports: { ledger: { read: async () => ledger } },
    record: { write: async (fact: LedgerFact) => void ledger.push(event(now, fact)) },
    visit: { list: { direction } },
    view: foldLedger(ledger),
  } as unknown as Job;
  await reconcile(job, { listed: list, pending: list.length, others: 0 });
  const found = ledger.flatMap((each) => {
    if (each.kind === "reconciled") return [each.found];
    return each.kind === "unverified" ? [each.kind] : [];
  });
  return { found, spent: spentInLastDay(job.view, now) };
}

describe("A click whose result was never written", () => {
  test.each<[string, InvitationRef, Listed]>([
    ["by its id", { ...ref, profile: null }, bo],
    ["by the person, where their own page showed no id", { ...ref, id: null }, bo],
    ["by the person, where the list shows no ids", ref, listed("bo-sample", { id: null })],
  ])("did not happen where the list has the invitation still, %s", async (_, intent, row) => {
    expect(await reconciled(intent, [cy, row])).toEqual({ found: ["still-pending"], spent: 0 });
  });

  test("may have happened where the list has it no more, and counts as ours", async () => {
    for (const intent of [ref, { ...ref, id: null }, { ...ref, id: null, profile: null }])
      expect(await reconciled(intent, [cy])).toEqual({ found: ["gone"], spent: 1 });
  });

  test("is not said to be gone where its person is there under another id, and counts as ours", async () => {
    const row = listed("bo-sample", { id: "7500000000000000002" });
    expect(await reconciled(ref, [cy, row])).toEqual({ found: ["unverified"], spent: 1 });
  });

  test("is looked for on its own list only", async () => {
    expect((await reconciled({ ...ref, direction: "received" }, [])).found).toEqual([]);
    expect((await reconciled(ref, [], "received")).found).toEqual([]);
  });
});
