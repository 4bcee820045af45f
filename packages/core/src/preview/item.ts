import { ageInDays } from "../invitation/age.ts";
import { type InvitationRef, referenceTo } from "../invitation/invitation.ts";
import type { PlannedItem } from "../plan/plan.ts";

/** One invitation of a preview. Names and headlines are the site's own text, as it stood there. */
export interface PreviewItem {
  readonly ref: InvitationRef;
  readonly headline: string | null;
  /** Whole days that enclose the truth; null where nothing is known. */
  readonly ageDays: { readonly atLeast: number; readonly atMost: number | null } | null;
  /** The rule that decided, in words: "older than 30 days; …", "on your keep list". */
  readonly reason: string;
}

/** One that will be withdrawn, or ignored where others sent it (`ref.direction` is "received"). */
export interface ComingItem extends PreviewItem {
  /**
   * The earliest moment at which it may happen, ms since 1970; show its day in the member's time zone. Null where nobody
   * announces it unless the member goes on with it: digests are off.
   */
  readonly on: number | null;
  /** The same if the member goes on with everybody who is due right now. */
  readonly ifConfirmed: number;
  /** Whether it was announced, by a digest or at a start, and that counts still. */
  readonly told: boolean;
  /** ISO 8601, where only an age is known: it was sent then or later. */
  readonly sentAfter?: string;
}

export function previewItem({ invitation, reason }: PlannedItem): PreviewItem {
  return {
    ref: referenceTo(invitation),
    headline: invitation.headline,
    ageDays: ageInDays(invitation.age),
    reason,
  };
}
