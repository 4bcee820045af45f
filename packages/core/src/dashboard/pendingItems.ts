import { type Invitation, invitationKey, referenceTo } from "../invitation/invitation.ts";
import { announcementOf } from "../ledger/announcement.ts";
import { keptBy } from "../plan/keep.ts";
import type { PlannedItem } from "../plan/plan.ts";
import { olderThan } from "../plan/threshold.ts";
import type { Policy } from "../policy/policy.ts";
import { capitalised } from "../wording/count.ts";
import { isHeldBack } from "./heldBack.ts";
import type { DashboardItem, ItemAct } from "./item.ts";
import type { Present } from "./present.ts";
import { sentInWords } from "./sentInWords.ts";

const day = 86_400_000;

export interface PendingContext {
  readonly policy: Policy;
  readonly present: Present;
  /** Whether a sweep may act at all: connected, started, not paused and not held back by the belt. */
  readonly acting: boolean;
  /** Whether digests are mailed: without one, nobody new is announced. */
  readonly mailed: boolean;
  /** ms since 1970. */
  readonly now: number;
  /** The profiles whose withdrawal was asked for and is under way. */
  readonly underWay: ReadonlySet<string>;
}

/** Every invitation of the lists that is there still, with what the policy says of it; soonest first where that is known. */
export function pendingItems(context: PendingContext): DashboardItem[] {
  const { sent, received } = context.present;
  return [...itemsOf(sent.items, context), ...(received === null ? [] : itemsOf(received.items, context))];
}

function itemsOf(planned: readonly PlannedItem[], context: PendingContext): DashboardItem[] {
  const items = planned.map((item) => {
    if (context.underWay.has(item.invitation.profile ?? "")) return underWayItem(item);
    return itemOf(item, context);
  });
  // The list is newest first, and of two on one day the older goes first.
  const coming = items.filter((item) => item.state === "due").reverse();
  const rest = items.filter((item) => item.state !== "due");
  return [...coming.sort((a, b) => (a.on ?? 0) - (b.on ?? 0)), ...rest];
}

function itemOf({ invitation, state, reason }: PlannedItem, context: PendingContext): DashboardItem {
  const received = invitation.direction === "received";
  const base = { ...identityOf(invitation), state };
  switch (state) {
    case "due": {
      const limit = olderThan(context.policy, invitation.direction) ?? 0;
      const on = context.acting ? (context.present.dates.get(invitation) ?? null) : null;
      return {
        ...base,
        group: received ? "received" : on === null ? "dayless" : "coming",
        reason: `${sentInWords(invitation)}, more than your ${limit}.${toldInWords(invitation, context)}`,
        on,
        act: { kind: "keep" },
      };
    }
    case "fresh":
      return {
        ...base,
        group: received ? "received" : "fresh",
        reason: `${sentInWords(invitation)}.`,
        on: oldEnoughAt(invitation, context),
        act: { kind: "keep" },
      };
    case "kept":
      return {
        ...base,
        group: received ? "received" : "kept",
        reason: `${capitalised(reason)}. ${sentInWords(invitation)}.`,
        on: null,
        act: unkeep(context.policy, invitation),
      };
    case "unreadable":
      return {
        ...base,
        group: "trouble",
        reason: `Not understood, and so never touched: ${reason}. To have it gone, withdraw it on LinkedIn yourself.`,
        on: null,
        act: { kind: invitation.profile === null ? "look" : "open" },
      };
  }
}

function identityOf(invitation: Invitation): Pick<DashboardItem, "key" | "ref"> {
  return { key: invitationKey(invitation), ref: referenceTo(invitation) };
}

function underWayItem({ invitation }: PlannedItem): DashboardItem {
  const reason = `${sentInWords(invitation)}. Being withdrawn now, as you asked.`;
  return {
    ...identityOf(invitation),
    group: "coming",
    state: "due",
    reason,
    on: null,
    act: { kind: "none" },
  };
}

function toldInWords(invitation: Invitation, context: PendingContext): string {
  if (isTold(invitation, context)) return "";
  if (!context.mailed) return " You get no digests, so it is not announced, and nothing happens to it.";
  if (isHeldBack(context.present)) return " It is not announced before you start again with this list.";
  // A digest may announce nobody meanwhile: while the member pauses, none does.
  if (!context.acting) return " Nothing happens to it before it is announced.";
  return " Your next digest announces it first.";
}

function isTold(invitation: Invitation, { policy, present, now }: PendingContext): boolean {
  return policy.noticeDays === 0 || announcementOf(present.view.announced, invitation, now) !== null;
}

/** When it will be older than the limit by certain knowledge. */
function oldEnoughAt({ age, direction }: Invitation, { policy, now }: PendingContext): number | null {
  const limit = olderThan(policy, direction);
  return age === null || limit === null ? null : now + Math.max(0, limit * day - age.atLeast);
}

/** Only a rule about this person or this word can be taken off here; the others are changed under Rules. */
function unkeep(policy: Policy, invitation: Invitation): ItemAct {
  const entry = keptBy(policy, invitation);
  if (entry?.kind === "link") return { kind: "unkeep" };
  if (entry?.kind === "word") return { kind: "unkeep-word", word: entry.word };
  return { kind: invitation.profile === null ? "none" : "open" };
}
