import { ageInDays } from "../invitation/age.ts";
import type { Invitation } from "../invitation/invitation.ts";

/** How long ago it was sent or came, in words: "Sent 45 days ago". */
export function sentInWords({ age, direction }: Invitation): string {
  const verb = direction === "received" ? "Received" : "Sent";
  const days = ageInDays(age);
  if (days === null) return `${verb} at an unknown time`;
  if (days.atMost === null || days.atMost > days.atLeast + 1)
    return `${verb} at least ${inDays(days.atLeast)} ago`;
  return days.atLeast === 0 ? `${verb} less than a day ago` : `${verb} ${inDays(days.atLeast)} ago`;
}

function inDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
