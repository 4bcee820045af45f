import type { PlanInput } from "../../src/plan/plan.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { day, invitation, now } from "../invitation/sample.ts";

export function policyWith(more: Partial<Policy>, keep: Partial<Policy["keep"]> = {}): Policy {
  return { ...defaultPolicy, ...more, keep: { ...defaultPolicy.keep, ...keep } };
}

/** Started by hand, a policy of 30 days, nothing withdrawn before; the list as `days` give the ages. */
export function input(ages: readonly number[], more: Partial<PlanInput> = {}): PlanInput {
  return {
    policy: policyWith({ olderThanDays: 30, perDay: 50 }),
    invitations: ages.map((days, i) => invitation(`person-${i}`, days)),
    pending: ages.length,
    now,
    spent: 0,
    trigger: { kind: "by-hand" },
    ...more,
  };
}

/** `count` ages that are all old enough, newest first. */
export function oldAges(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 40 + i);
}

export function scheduled(
  confirmedDue: number | null,
  announced = new Map<string, { at: number; on: number }>(),
) {
  return { kind: "scheduled", announced, promised: announced, confirmedDue } as const;
}

/** That every one was named by a digest long ago. */
export function announcedLongAgo(keys: readonly string[]) {
  return new Map(keys.map((key) => [key, { at: now - 35 * day, on: now - 30 * day }]));
}
