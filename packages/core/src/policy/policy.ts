/** A day of the week on which a member wants the digest. */
export type Weekday = (typeof weekdays)[number];

/** In ISO order, Monday first. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/**
 * What a member asked for. Every field is always present: defaults are filled in where the policy is parsed.
 * Days are days of 86,400 seconds; hours are wall-clock hours in `timezone`.
 */
export interface Policy {
  readonly olderThanDays: number;
  readonly perDay: number;
  readonly noticeDays: number;
  readonly keep: {
    /** As the member wrote them; compare through `invitation/profile.ts`. */
    readonly profiles: readonly string[];
    readonly words: readonly string[];
    readonly withNote: boolean;
    readonly newest: number;
  };
  readonly onlyWhenPendingOver: number;
  readonly received: { readonly ignoreOlderThanDays: number | null };
  readonly paused: boolean;
  readonly timezone: string;
  readonly digest: { readonly day: Weekday; readonly hour: number };
}
