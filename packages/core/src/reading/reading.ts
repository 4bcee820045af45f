import type { Invitation } from "../invitation/invitation.ts";

/**
 * A member's lists as a sweep or a look read them whole, before anything was done. What a member is shown of their
 * list is planned anew from here with the policy as it then is: by the same `plan` that a sweep carries out.
 */
export interface Reading {
  /** When it was read, ms since 1970. Every age in it is the age at that moment. */
  readonly at: number;
  /** `/in/<slug>` of the signed-in member where the page showed it. */
  readonly account: string | null;
  readonly sent: ReadList;
  /** Null where the policy did not ask for received invitations. */
  readonly received: ReadList | null;
}

/** One list, in the page's order. */
export interface ReadList {
  /** What the page's counter said; null where it was unreadable. */
  readonly pending: number | null;
  readonly invitations: readonly Invitation[];
}
