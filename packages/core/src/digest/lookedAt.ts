import type { LedgerEvent } from "../ledger/event.ts";
import type { ItemState } from "../sweep/result.ts";

export type SweepEnded = Extract<LedgerEvent, { kind: "sweep-ended" }>;

/** What the latest sweep that read the list saw. */
export interface LookedAt {
  readonly at: number;
  readonly pending: number | null;
  readonly read: number;
  readonly counts: Readonly<Partial<Record<ItemState, number>>>;
  /** How many sweeps there were since the last digest. */
  readonly sweeps: number;
}

export function lookedAt(sweeps: readonly SweepEnded[], count: number): LookedAt | null {
  const reading = sweeps.findLast(hasRead);
  if (reading === undefined) return null;
  const { at, pending, read, counts } = reading;
  return { at, pending, read, counts, sweeps: count };
}

/** An empty list that was read is one, too. */
export function hasRead({ read, outcome }: SweepEnded): boolean {
  return read > 0 || outcome === "done" || outcome === "nothing-due";
}
