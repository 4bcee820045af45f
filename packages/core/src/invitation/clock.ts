/**
 * Two clocks, in ms since 1970: ours, and the site's as its last answer showed it (null where it showed none).
 * Where they differ the earlier one is now, so that nobody is older than either clock says.
 */
export interface Clocks {
  readonly host: number;
  readonly site: number | null;
}

export function earlierNow(clocks: Clocks): number {
  return clocks.site === null ? clocks.host : Math.min(clocks.host, clocks.site);
}

/** Labels are reckoned by the site's clock. */
export function labelNow(clocks: Clocks): number {
  return clocks.site ?? clocks.host;
}

/** The later of the two; the site's clock is told in whole seconds (RFC 9110 §5.6.7), so it may be one further on. */
export function latestNow(clocks: Clocks): number {
  return clocks.site === null ? clocks.host : Math.max(clocks.host, clocks.site + 1_000);
}
