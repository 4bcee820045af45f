import { describe, expect, test } from "vitest";
import type { InvitationRef } from "../../src/invitation/invitation.ts";
import { foldLedger, spentInLastDay } from "../../src/ledger/fold.ts";
import { ledgerRecord } from "../../src/ledger/record.ts";
import { event, hour, now, ref } from "./sample.ts";

const received = (id: string): InvitationRef => ({ ...ref(id), direction: "received" });
const ignored = (at: number, id = "1") => [
  event(at - 1, { kind: "intent", invitation: received(id) }),
  event(at, { kind: "ignored", invitation: received(id) }),
];

describe("an invitation of others that was ignored", () => {
  test("counts against the one cap, beside the withdrawals", () => {
    const withdrawn = event(now - hour, { kind: "withdrawn", invitation: ref("2") });
    const view = foldLedger([withdrawn, ...ignored(now - 2 * hour), ...ignored(now - 25 * hour, "3")]);
    expect(spentInLastDay(view, now)).toBe(2);
    expect(view.openIntents).toEqual([]);
  });

  test("counts once, although it was found to be back", () => {
    const back = event(20, { kind: "unverified", invitation: received("1"), reason: "it is there again" });
    expect(foldLedger([...ignored(10), back]).spentAt).toEqual([10]);
  });

  test("whose sweep died at the click stays open as one that others sent", () => {
    const view = foldLedger([event(10, { kind: "intent", invitation: received("1") })]);
    expect(view.openIntents).toEqual([received("1")]);
    expect(view.spentAt).toEqual([10]);
  });

  test("is another than the one that was sent to the same person", () => {
    const nameless = { id: null, profile: "/in/otto", name: "Otto", sentAt: null };
    const view = foldLedger([
      event(10, { kind: "intent", invitation: nameless }),
      event(11, { kind: "ignored", invitation: { ...nameless, direction: "received" } }),
    ]);
    expect(view.openIntents).toEqual([nameless]);
  });

  test("is read from the ledger as it was written, and a third side is refused", () => {
    for (const each of ignored(5)) {
      const json = JSON.parse(JSON.stringify(each));
      expect(ledgerRecord.parse(json)).toEqual(each);
      const other = { ...json, invitation: { ...json.invitation, direction: "sideways" } };
      expect(ledgerRecord.safeParse(other).success).toBe(false);
    }
  });
});
