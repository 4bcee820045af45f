/** One fault and the requests it meets, counted per member and kind of request since the last reset, from 1. */
export interface Rule<F> {
  readonly fault: F;
  /** The first request it meets. Default 1. */
  readonly from?: number;
  /** How many requests it meets. Default: all that follow. */
  readonly times?: number;
}

/** The first rule that meets a request decides. */
export type Rules<F> = readonly Rule<F>[];

/** The fault at the n-th request only (or at `times` requests from the n-th). */
export const on = <F>(n: number, fault: F, times = 1): Rule<F> => ({ fault, from: n, times });
/** The fault from the n-th request on. */
export const from = <F>(n: number, fault: F): Rule<F> => ({ fault, from: n });
/** The fault at every request. */
export const always = <F>(fault: F): Rule<F> => ({ fault });

export function faultAt<F>(rules: Rules<F>, n: number): F | null {
  const met = rules.find((rule) => {
    const first = rule.from ?? 1;
    return n >= first && n < first + (rule.times ?? Number.POSITIVE_INFINITY);
  });
  return met === undefined ? null : met.fault;
}
