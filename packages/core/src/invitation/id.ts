/** 2002-12-28, the day LinkedIn was founded: no invitation is older, whatever an id says. */
const firstPossible = 1_041_033_600_000;

/**
 * When an invitation was sent, in ms since 1970, read from its id.
 *
 * The id is a snowflake: its upper bits are the time (source: linkedin/README.md §4, checked on LinkedIn's own
 * documentation samples within 0.2 s). It exceeds 2^53, so it must never pass through `Number`. Returns null for
 * anything that cannot be such an id.
 */
export function sentAtOfId(id: string): number | null {
  if (!/^[1-9]\d{15,19}$/.test(id)) return null;
  const bits = BigInt(id);
  if (bits >= 1n << 63n) return null;
  const ms = Number(bits >> 22n);
  return ms < firstPossible ? null : ms;
}
