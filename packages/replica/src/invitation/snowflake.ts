/** An invitation id carries its time: the milliseconds are `BigInt(id) >> 22n` (evidence §4). */
const randomBits = 22n;

/** Ids for these times (newest first), strictly decreasing even where two times are equal. */
export function idsFor(sentAt: readonly number[], random: () => number): string[] {
  let previous: bigint | null = null;
  return sentAt.map((ms) => {
    const low = BigInt(Math.floor(random() * 2 ** 22));
    const wanted = (BigInt(Math.floor(ms)) << randomBits) | low;
    const id: bigint = previous !== null && wanted >= previous ? previous - 1n : wanted;
    previous = id;
    return id.toString();
  });
}
