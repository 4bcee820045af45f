import type { InvitationRef } from "../invitation/invitation.ts";
import type { ItemState, SweepOutcome } from "../sweep/result.ts";
import type { Feedback } from "./feedback.ts";

/** What a sweep intends to withdraw or to ignore later, with the earliest day it may. Both times are ISO 8601. */
export interface Upcoming extends InvitationRef {
  readonly on: string;
  /** Where `sentAt` is not known: it was sent then or later. */
  readonly sentAfter?: string;
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
  /**
   * It was pending in one whole reading of the list and not in the next, and not by us: accepted, declined, or taken
   * back by hand. `age` is how old it was then, in ms: at least as at the first reading, at most as at the second.
   */
  | {
      readonly kind: "answered";
      readonly invitation: InvitationRef;
      readonly age: { readonly atLeast: number; readonly atMost: number };
    }
  /** A digest, or the page on which the member said go, named these, each with its date: from here the notice period runs. */
  | { readonly kind: "announced"; readonly upcoming: readonly Upcoming[] }
  /** The member saw how many are due and said go: what the belt compares with. */
  | { readonly kind: "confirmed"; readonly due: number }
  /**
   * `week` is an ISO week such as 2026-W48. `sending` is written first; a week with one is sent again only where
   * `digest-failed` of the same run says that it may be.
   */
  | {
      readonly kind: "digest";
      readonly week: string;
      readonly step: "sending" | "sent" | "quiet";
      /** Beside the step that opens the week: which try it is, from the second on. */
      readonly attempt?: number;
      /** Beside the step that opens the week: the time (ms) of the last event that this digest tells. */
      readonly until?: number;
      /**
       * Beside `sending`: whom the mail is about to announce. Their days hold from here on, because the mail may arrive
       * whatever is known of it; no notice runs before `announced` is there.
       */
      readonly upcoming?: readonly Upcoming[];
    }
  | {
      readonly kind: "digest-failed";
      readonly week: string;
      readonly reason: string;
      /** Given where this run's mail was certainly not taken, and a later one may be: the week is open to one more try. */
      readonly again?: true;
    }
  /**
   * A mail about something that needs the member. `since` is when the sweep ended that found it (ms): `sending` is
   * written first, under that key, and a problem with one is mailed again only where `deferred` of the same run says
   * that the mail was certainly not taken, and a later one may be.
   */
  | {
      readonly kind: "problem-mail";
      readonly problem: SweepOutcome;
      readonly since: number;
      readonly step: "sending" | "sent" | "failed" | "deferred";
      /** Which try it is, from the second on. */
      readonly attempt?: number;
    }
  /** Something came back about a mail that went out; `run` is that mail's. Of a digest that came back no notice runs; the days it named hold. */
  | { readonly kind: "mail-feedback"; readonly mail: "digest" | "problem"; readonly feedback: Feedback };

export type LedgerEvent = LedgerFact & {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The run that wrote it; of `mail-feedback` the run whose mail it is about. */
  readonly run: string;
  /** `/in/<slug>` of the signed-in member where it is known, else null. */
  readonly account: string | null;
};
