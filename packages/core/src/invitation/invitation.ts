import type { ProfileAddress } from "./profile.ts";

/** How old something is, in milliseconds. `atMost` is null where nothing bounds it from above. */
export interface AgeBounds {
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** What the ledger and the digest need to name an invitation for ever. */
export interface InvitationRef {
  /** LinkedIn's id, a decimal string that exceeds 2^53; null where the page shows none. */
  readonly id: string | null;
  /** `/in/<slug>` as the row links to it; null where the row has no link. */
  readonly profile: string | null;
  readonly name: string;
  /** ISO 8601, exact to the millisecond; null where only a label was readable. */
  readonly sentAt: string | null;
  /** Absent for one that the member sent. */
  readonly direction?: "sent" | "received";
}

/** One row of the list, as it was understood. */
export interface Invitation extends InvitationRef {
  readonly direction: "sent" | "received";
  /** Null where the page shows nobody's headline. */
  readonly headline: string | null;
  /** Every address that the row or the page's own data give this person. */
  readonly addresses: readonly ProfileAddress[];
  /** The age as the page prints it, e.g. "Sent 3 weeks ago"; null where none was found. */
  readonly label: string | null;
  readonly hasNote: boolean;
  /** At the moment of reading; null where nothing certain is known. */
  readonly age: AgeBounds | null;
  /** Why this row is not understood; null where it is. A row with trouble is never touched. */
  readonly trouble: string | null;
  /** False where its row is about an event, a page, a newsletter or a group. */
  readonly person?: false;
}

/**
 * The one string by which an invitation is the same in two sweeps: its id, else its profile, else null. What somebody
 * sent the member is another invitation than what the member sent them.
 */
export function invitationKey(ref: Pick<InvitationRef, "id" | "profile" | "direction">): string | null {
  const side = ref.direction === "received" ? "received:" : "";
  if (ref.id !== null) return `${side}id:${ref.id}`;
  return ref.profile === null ? null : `${side}profile:${ref.profile.toLowerCase()}`;
}

/** What the ledger keeps of an invitation. */
export function referenceTo({ id, profile, name, sentAt, direction }: Invitation): InvitationRef {
  return { id, profile, name, sentAt, ...(direction === "received" ? { direction } : {}) };
}
