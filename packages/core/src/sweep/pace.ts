import type { Policy } from "../policy/policy.ts";

/** A day's withdrawals fit into ten minutes, so that one sweep within its 13 minutes can do them all. */
const dayFitsIntoMs = 600_000;
const slowestMs = 45_000;

/** The mean pause between two withdrawals that a policy implies, in ms: unhurried, and within one sweep's time. */
export function paceOf(policy: Policy): number {
  return Math.min(slowestMs, Math.floor(dayFitsIntoMs / policy.perDay));
}

/** One pause: the mean, half as much more or less. `chance` is from 0 up to 1. */
export function pauseOf(meanMs: number, chance: number): number {
  return Math.round(meanMs * (0.5 + chance));
}
