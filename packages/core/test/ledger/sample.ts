import type { InvitationRef } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";

export const hour = 3_600_000;
export const now = Date.parse("2026-11-23T12:00:00Z");

export function ref(id: string, slug: string | null = `person-${id}`): InvitationRef {
  return { id, profile: slug === null ? null : `/in/${slug}`, name: "Ada Example", sentAt: null };
}

export function event(at: number, fact: LedgerFact): LedgerEvent {
  return { ...fact, at, run: "run-1", account: "/in/val-last" };
}

export function sweepEnded(at: number): LedgerEvent {
  return event(at, {
    kind: "sweep-ended",
    outcome: "done",
    message: "1 invitation was withdrawn; nobody has to act.",
    pending: 3,
    read: 3,
    counts: { withdrawn: 1 },
    upcoming: [],
  });
}
