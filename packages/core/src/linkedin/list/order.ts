import { sentAtOfId } from "../../invitation/id.ts";
import type { Invitation } from "../../invitation/invitation.ts";
import type { Listed } from "./list.ts";

/**
 * Newest first is how the page is ordered [V]. A row that is certainly older than one further down contradicts it:
 * its age is not believed.
 */
export function withOrder(listed: readonly Listed[]): Listed[] {
  let least = Number.POSITIVE_INFINITY;
  return [...listed]
    .reverse()
    .map((item) => {
      const { age } = item.invitation;
      if (age === null) return item;
      // Exact times come from ids, and ids that do not fall speak against the whole list: see idsFall.
      const guessed = item.invitation.sentAt === null;
      const contradicts = item.invitation.trouble === null && guessed && age.atLeast > least;
      if (item.invitation.trouble === null && !contradicts) least = Math.min(least, age.atMost ?? least);
      return contradicts ? { ...item, invitation: distrusted(item.invitation) } : item;
    })
    .reverse();
}

function distrusted(invitation: Invitation): Invitation {
  return { ...invitation, age: null, sentAt: null, trouble: "its age contradicts the order of the list" };
}

/** Whether the ids of the rows that are understood fall strictly from top to bottom, as the page's do [V]. */
export function idsFall(listed: readonly Listed[]): boolean {
  const ids = listed
    .filter((item) => item.invitation.trouble === null && item.invitation.id !== null)
    .map((item) => sentAtOfId(item.invitation.id ?? "") ?? 0);
  return ids.every((id, i) => i === 0 || id <= (ids[i - 1] ?? id));
}
