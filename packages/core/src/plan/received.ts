import type { Invitation } from "../invitation/invitation.ts";
import { noticeOf } from "./notice.ts";
import { beltLimit, decide, type Plan, type PlanInput } from "./plan.ts";

export interface ReceivedInput extends Omit<PlanInput, "pending"> {
  /** How many are due among the sent ones: one belt holds both. */
  readonly sentDue: number;
}

/**
 * Decides about the invitations that others sent, as `plan` does about those the member sent: the same keep rules,
 * notice and belt, and what the sent ones left of the day's cap. The age is the policy's for this side; how many are
 * pending and which are the newest plays no part. Only people's, never those of pages, events, groups or newsletters.
 */
export function planReceived(input: ReceivedInput): Plan {
  const { policy, trigger } = input;
  const items = input.invitations.map((invitation) => decide(input, invitation, Number.POSITIVE_INFINITY));
  const due = oldestFirst(items.filter((item) => item.state === "due").map((item) => item.invitation));
  const allowed = due.filter((invitation) => noticeOf(input, invitation).given);
  const act = allowed.slice(0, Math.max(0, policy.perDay - input.spent));
  const all = due.length + input.sentDue;
  const belt = due.length > 0 && trigger.kind === "scheduled" && all > beltLimit(trigger.confirmedDue);
  return { items, act: belt ? [] : act, capped: belt ? 0 : allowed.length - act.length, belt };
}

/** By age, and of two that may be as old the lower on the page first: that this list is newest first is not known. */
export function oldestFirst(due: readonly Invitation[]): Invitation[] {
  const age = (invitation: Invitation) => invitation.age?.atLeast ?? 0;
  return [...due].reverse().sort((a, b) => age(b) - age(a));
}
