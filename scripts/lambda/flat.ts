import { median } from "./median.ts";
import type { Holdings, Kept } from "./processes.ts";

/** What was there when the n-th sweep had been answered. */
export interface Sample extends Holdings, Kept {
  readonly n: number;
  readonly ms: number;
  /** Still held by Node once garbage was collected, MB; null where it was not asked. */
  readonly heldMb: number | null;
}

/** Connections that the SDK's clients keep for reuse: a few for each service. */
const mostConnections = 30;
/**
 * MB that each sweep may add to what Node holds. A connection to a browser, a list or a page that is not let go of is
 * megabytes; the compiled code and the caches that still come in the second half are hundredths of one.
 */
const mostGrowthMb = 0.1;
/**
 * MB of resident memory of Node. It is above what is held because V8 lets its young generation grow to three times 32 MB
 * before it hurries; a sweep's function has 2,048 MB for Node and the browser.
 */
const mostResidentMb = 320;

/** What grew over many sweeps in one process, a sentence each; empty where all is flat. */
export function flatness(samples: readonly Sample[]): string[] {
  const faults: string[] = [];
  const [first] = samples;
  if (first === undefined) return ["there was no sweep"];
  const same = (what: "files" | "entries" | "bytes", words: string) => {
    const other = samples.find((sample) => sample[what] !== first[what]);
    if (other !== undefined)
      faults.push(`${words}: ${first[what]} after the first sweep, ${other[what]} after sweep ${other.n}`);
  };
  const alone = samples.find(({ processes, zombies }) => processes !== 1 || zombies !== 0);
  if (alone !== undefined)
    faults.push(
      `${alone.processes} processes, ${alone.zombies} of them zombies, are left after sweep ${alone.n}`,
    );
  same("files", "open files");
  same("entries", "temporary files");
  same("bytes", "bytes of temporary files");
  const crowded = samples.find(({ connections }) => connections > mostConnections);
  if (crowded !== undefined)
    faults.push(`${crowded.connections} connections are open after sweep ${crowded.n}`);
  const large = samples.find(({ rssMb }) => rssMb > mostResidentMb);
  if (large !== undefined) faults.push(`${large.rssMb.toFixed(0)} MB are resident after sweep ${large.n}`);
  const growth = growthMb(samples);
  if (!(growth <= mostGrowthMb))
    faults.push(
      `each sweep adds ${growth.toFixed(2)} MB to what Node holds; ${mostGrowthMb} MB is the bound`,
    );
  return faults;
}

/** MB for each sweep of the second half, which the first has warmed up: the median of all slopes between two samples. */
export function growthMb(samples: readonly Sample[]): number {
  const asked = samples.flatMap(({ n, heldMb }) => (heldMb === null ? [] : [{ n, heldMb }]));
  const late = asked.filter(({ n }) => n > samples.length / 2);
  const slopes = late.flatMap((one, i) =>
    late.slice(i + 1).map((other) => (other.heldMb - one.heldMb) / (other.n - one.n)),
  );
  return median(slopes);
}
