import type { InvitationRef } from "../invitation/invitation.ts";

/** The groups of the dashboard, in its order. Whoever is old enough is in `coming` with a day, in `dayless` without. */
export const groupNames = [
  "coming",
  "dayless",
  "trouble",
  "fresh",
  "kept",
  "received",
  "withdrawn",
  "answered",
] as const;

export type GroupName = (typeof groupNames)[number];

export type DashboardState =
  | "due"
  | "fresh"
  | "kept"
  | "unreadable"
  | "unproved"
  | "failed"
  | "withdrawn"
  | "ignored"
  | "answered";

/** The one thing that a member can do about an invitation here. */
export type ItemAct =
  | { readonly kind: "keep" }
  /** Takes the person off the keep list. */
  | { readonly kind: "unkeep" }
  /** Takes this word off the keep words, and with it whoever else is kept by it. */
  | { readonly kind: "unkeep-word"; readonly word: string }
  | { readonly kind: "withdraw" }
  /** Opens the profile on LinkedIn. */
  | { readonly kind: "open" }
  | { readonly kind: "look" }
  | { readonly kind: "none" };

/** An invitation as the dashboard shows it. */
export interface DashboardItem {
  /** `invitationKey`; null where it has none, and then nothing can be done about it by key. */
  readonly key: string | null;
  readonly ref: InvitationRef;
  readonly group: GroupName;
  readonly state: DashboardState;
  /** In words, a sentence or two. */
  readonly reason: string;
  /** When it may happen at the earliest, or when it happened; ms since 1970. Null where no day can be told. */
  readonly on: number | null;
  readonly act: ItemAct;
}
