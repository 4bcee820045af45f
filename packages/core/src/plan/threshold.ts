import type { Invitation } from "../invitation/invitation.ts";
import type { Policy } from "../policy/policy.ts";

/** How many days an invitation has to be older than; null where the policy asks for nothing on that side. */
export function olderThan(policy: Policy, direction: Invitation["direction"]): number | null {
  return direction === "sent" ? policy.olderThanDays : policy.received.ignoreOlderThanDays;
}
