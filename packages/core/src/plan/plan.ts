import { type Invitation, invitationKey } from "../invitation/invitation.ts";
import type { Announcement, Promised } from "../ledger/announcement.ts";
import type { Policy } from "../policy/policy.ts";
import { keepReason } from "./keep.ts";
import { noticeOf } from "./notice.ts";
import { days } from "./text.ts";
import { olderThan } from "./threshold.ts";

const day = 86_400_000;

/** Who started the sweep. A member's own hand counts as notice given and belt confirmed. */
export type Trigger =
  | { readonly kind: "by-hand" }
  | {
      readonly kind: "scheduled";
      readonly announced: ReadonlyMap<string, Announcement>;
      /** The days that hold, whatever came of the mails that named them. */
      readonly promised: ReadonlyMap<string, Promised>;
      /** How many were due when the member last said go; null where that never happened. */
      readonly confirmedDue: number | null;
    };

export type PlannedState = "due" | "kept" | "fresh" | "unreadable";

export interface PlannedItem {
  readonly invitation: Invitation;
  readonly state: PlannedState;
  readonly reason: string;
}

export interface Plan {
  /** One for each invitation, in the page's order. */
  readonly items: readonly PlannedItem[];
  /** What this sweep may withdraw, oldest first; a subset of what is due. */
  readonly act: readonly Invitation[];
  /** Due, and allowed but for the day's cap. */
  readonly capped: number;
  /** Far more is due than was last confirmed: act on nothing and ask. */
  readonly belt: boolean;
}

export interface PlanInput {
  readonly policy: Policy;
  /** In the page's order, newest first. */
  readonly invitations: readonly Invitation[];
  /** What the page's counter says; null where it is unreadable. */
  readonly pending: number | null;
  readonly now: number;
  /** Withdrawals of the last 24 hours, over all sweeps. */
  readonly spent: number;
  readonly trigger: Trigger;
}

/** Decides about every invitation, and never touches one. Pure and total; preview, digest and sweep share it. */
export function plan(input: PlanInput): Plan {
  const { policy, invitations, trigger } = input;
  const pending = Math.min(input.pending ?? invitations.length, invitations.length);
  const spare = Math.max(0, pending - policy.onlyWhenPendingOver);
  const decided = invitations.map((invitation, rank) => decide(input, invitation, rank));

  // Oldest first: the page is newest first, so the last row is the oldest.
  const due = decided
    .filter((item) => item.state === "due")
    .map((item) => item.invitation)
    .reverse();
  const over = new Set(due.slice(spare));
  const items = decided.map((item) =>
    over.has(item.invitation) || (spare === 0 && item.state === "fresh")
      ? { ...item, state: "kept" as const, reason: tooFewPending(policy) }
      : item,
  );
  const allowed = due.slice(0, spare).filter((invitation) => noticeOf(input, invitation).given);
  const left = Math.max(0, policy.perDay - input.spent);
  const act = allowed.slice(0, left);
  // What the policy keeps because few are pending is never shown as due: the member could not confirm it.
  const shown = Math.min(due.length, spare);
  const belt = trigger.kind === "scheduled" && shown > beltLimit(trigger.confirmedDue);
  return { items, act: belt ? [] : act, capped: belt ? 0 : allowed.length - act.length, belt };
}

/** Twice what was last confirmed, and never a hindrance to a small list. */
export function beltLimit(confirmedDue: number | null): number {
  return Math.max(50, 2 * (confirmedDue ?? 0));
}

/** What the policy says of one invitation by itself, of whichever side. `rank` counts the sent ones from the newest. */
export function decide(input: Omit<PlanInput, "pending">, invitation: Invitation, rank: number): PlannedItem {
  const { policy } = input;
  const limit = olderThan(policy, invitation.direction);
  if (limit === null) return { invitation, state: "kept", reason: "you leave received invitations alone" };
  // No key of the policy names any of them, so they are kept, always.
  if (invitation.person === false) return { invitation, state: "kept", reason: "not a person" };
  const keep = keepReason(policy, invitation, rank);
  // A row that is not understood may still be recognised as somebody to keep; saying so helps the member more.
  if (keep !== null) return { invitation, state: "kept", reason: keep };
  if (invitation.trouble !== null) return { invitation, state: "unreadable", reason: invitation.trouble };
  if (invitationKey(invitation) === null) {
    return { invitation, state: "unreadable", reason: "it has neither an id nor a profile link" };
  }
  if (invitation.age === null) return { invitation, state: "unreadable", reason: "its age is unknown" };
  if (invitation.age.atLeast <= limit * day) {
    return { invitation, state: "fresh", reason: `not certainly older than ${days(limit)}` };
  }
  return { invitation, state: "due", reason: noticeOf(input, invitation).words };
}

/** Why nobody is acted on while so few are pending, in words. */
export function tooFewPending(policy: Policy): string {
  return `you act only while more than ${policy.onlyWhenPendingOver} are pending`;
}
