import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";

/** What is known to have become of an invitation that was clicked. */
export interface Fate {
  readonly ref: InvitationRef;
  readonly kind: "withdrawn" | "ignored" | "unproved" | "failed";
  /** Why it is not proved; empty where it is. */
  readonly reason: string;
  /** ms since 1970. */
  readonly at: number;
}

const gone = (ref: InvitationRef) =>
  `We were interrupted between the click and the proof. It is gone from the list now, and we cannot prove that we ${isReceived(ref) ? "ignored" : "withdrew"} it.`;
const open = (ref: InvitationRef) =>
  `We were interrupted after the click, so we cannot prove yet whether it was ${isReceived(ref) ? "ignored" : "withdrawn"}. The next sweep looks.`;

export const isReceived = (ref: InvitationRef) => ref.direction === "received";

/**
 * The last word of the ledger on each invitation, in the order of those words. What was proved and then
 * found undone is not one; an intent without a result is told as what it is; one that was found still pending is none.
 */
export function fatesOf(events: readonly LedgerEvent[]): Fate[] {
  const fates = new Map<string, Fate>();
  for (const event of events) {
    const fate = fateIn(event);
    if (fate === null) continue;
    const key = invitationKey(fate.ref) ?? `${fate.ref.direction ?? "sent"} name:${fate.ref.name}`;
    // Deleted first, so that the order is that of the last words.
    fates.delete(key);
    if (fate.kind !== "none") fates.set(key, { ...fate, kind: fate.kind, at: event.at });
  }
  return [...fates.values()];
}

interface Word {
  readonly ref: InvitationRef;
  readonly kind: Fate["kind"] | "none";
  readonly reason: string;
}

function fateIn(event: LedgerEvent): Word | null {
  switch (event.kind) {
    case "intent":
      return { ref: event.invitation, kind: "unproved", reason: open(event.invitation) };
    case "withdrawn":
      return { ref: event.invitation, kind: "withdrawn", reason: "" };
    case "ignored":
      return { ref: event.invitation, kind: "ignored", reason: "" };
    case "unverified":
      return { ref: event.invitation, kind: "unproved", reason: event.reason };
    case "failed":
      return { ref: event.invitation, kind: "failed", reason: event.reason };
    case "reconciled":
      return event.found === "gone"
        ? { ref: event.invitation, kind: "unproved", reason: gone(event.invitation) }
        : { ref: event.invitation, kind: "none", reason: "" };
    default:
      return null;
  }
}
