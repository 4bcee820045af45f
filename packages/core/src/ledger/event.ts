import type { InvitationRef } from "../invitation/invitation.ts";
import type { ItemState, SweepOutcome } from "../sweep/result.ts";

/** What a sweep intends to withdraw or to ignore later, with the earliest day it may. `on` is ISO 8601. */
export interface Upcoming extends InvitationRef {
  readonly on: string;
}

/** What happened, as it happened. Never changed, never deleted; everything else is a fold over these. */
export type LedgerFact =
  | { readonly kind: "sweep-started"; readonly trigger: "scheduled" | "by-hand" | "preview" }
  /** Written, and on disk, before the click that counts. */
  | { readonly kind: "intent"; readonly invitation: InvitationRef }
  | { readonly kind: "withdrawn"; readonly invitation: InvitationRef }
  /** One that somebody else sent. */
  | { readonly kind: "ignored"; readonly invitation: InvitationRef }
  | { readonly kind: "failed"; readonly invitation: InvitationRef; readonly reason: string }
  | { readonly kind: "unverified"; readonly invitation: InvitationRef; readonly reason: string }
  /** A later sweep looked for an intent that has no result: the first sweep died between the two. */
  | {
      readonly kind: "reconciled";
      readonly invitation: InvitationRef;
      readonly found: "still-pending" | "gone";
    }
  | {
      readonly kind: "sweep-ended";
      readonly outcome: SweepOutcome;
      readonly message: string;
      readonly pending: number | null;
      readonly read: number;
      readonly counts: Readonly<Partial<Record<ItemState, number>>>;
      readonly upcoming: readonly Upcoming[];
      /** Given where it was one withdrawal on a person's own page (`/in/<slug>`): no list was read. */
      readonly profile?: string;
    }
  /** A digest named these, each with its date: from here the notice period runs. */
  | { readonly kind: "announced"; readonly upcoming: readonly Upcoming[] }
  /** The member saw how many are due and said go: what the belt compares with. */
  | { readonly kind: "confirmed"; readonly due: number }
  /** `week` is an ISO week such as 2026-W48. `sending` is written first; a week with one is never sent again. */
  | { readonly kind: "digest"; readonly week: string; readonly step: "sending" | "sent" | "quiet" }
  | { readonly kind: "digest-failed"; readonly week: string; readonly reason: string };

export type LedgerEvent = LedgerFact & {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The run that wrote it. */
  readonly run: string;
  /** `/in/<slug>` of the signed-in member where it is known, else null. */
  readonly account: string | null;
};
