import type { Invitation } from "../invitation/invitation.ts";

const day = 86_400_000;

/** One bar of the histogram: those that are at least `from` whole days old, and not yet certainly `to` + 1. */
export interface AgeBucket {
  /** "1–2 weeks"; "age not known". */
  readonly label: string;
  /** The same in at most seven characters, in days: "7–13", "180+", "?". */
  readonly short: string;
  /** Whole days, both included; null in `from` where the age is not known, in `to` where there is no upper end. */
  readonly from: number | null;
  readonly to: number | null;
  readonly count: number;
}

const ranges = [
  { label: "under a week", short: "0–6", from: 0, to: 6 },
  { label: "1–2 weeks", short: "7–13", from: 7, to: 13 },
  { label: "2–4 weeks", short: "14–29", from: 14, to: 29 },
  { label: "1–2 months", short: "30–59", from: 30, to: 59 },
  { label: "2–3 months", short: "60–89", from: 60, to: 89 },
  { label: "3–6 months", short: "90–179", from: 90, to: 179 },
  { label: "over 6 months", short: "180+", from: 180, to: null },
  { label: "age not known", short: "?", from: null, to: null },
] as const;

/**
 * How many are how old. Each is counted once, by the age that it has at least, which is what the policy goes by.
 * Every bucket is there, also with nobody in it.
 */
export function ageBuckets(invitations: readonly Pick<Invitation, "age">[]): AgeBucket[] {
  const counts = ranges.map(() => 0);
  for (const { age } of invitations) {
    const days = age === null ? null : Math.floor(age.atLeast / day);
    const place = ranges.findIndex(({ from, to }) =>
      days === null ? from === null : from !== null && days >= from && days <= (to ?? days),
    );
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return ranges.map((range, i) => ({ ...range, count: counts[i] ?? 0 }));
}
