import { join } from "node:path";
import { flatness, growthMb, type Sample } from "./flat.ts";
import { heapTelling, heldMb } from "./heap.ts";
import type { SweepMeasure } from "./measured.ts";
import { median } from "./median.ts";
import { addMember, announce, connect, lastRead, makeDue, onReplica } from "./people.ts";
import { holdingsOf, keptIn, watchMemory } from "./processes.ts";
import { recordOf, work } from "./queues.ts";
import { must, say, table } from "./say.ts";
import type { Surroundings } from "./surroundings.ts";

const sweeps = 50;
/** In every tenth sweep something is withdrawn. */
const everyWithdrawal = 10;
const everyHeap = 5;
const shown = new Set([1, 10, 20, 30, 40, 50]);

export interface Fifty extends SweepMeasure {
  readonly maxMemoryMb: number;
}

/** Fifty sweeps in one warm process, of which every tenth withdraws one invitation. Nothing may pile up. */
export async function fifty(here: Surroundings): Promise<Fifty> {
  const id = "fifty";
  const due = sweeps / everyWithdrawal;
  const on = onReplica(here, "Fifty", [2, 4, ...Array.from({ length: due }, (_, i) => 40 + i)]);
  await addMember(here, id);
  await connect(here, id, on);
  const heapFile = join(here.folder, "heap");
  const worker = await here.start("Sweep", heapTelling(heapFile));
  const memory = watchMemory(worker.pid, 400);
  const samples: Sample[] = [];
  const [read, withdrew]: [number[], number[]] = [[], []];
  for (let n = 1; n <= sweeps; n++) {
    const withdraws = n % everyWithdrawal === 0;
    const oldest = withdraws ? (await lastRead(here, id)).at(-1) : undefined;
    if (oldest !== undefined) await announce(here, id, new Set([oldest.name]));
    await makeDue(here, id);
    const record = recordOf({ kind: "sweep", memberId: id, runId: `fifty-${n}` }, here.stack.queues.sweeps);
    const { ms, back } = await work(worker, [record]);
    must(back.length === 0, `sweep ${n} is done with`, back);
    (withdraws ? withdrew : read).push(ms);
    const held = n % everyHeap === 0 || n === 1 ? await heldMb(worker.pid, heapFile) : null;
    samples.push({ n, ms, heldMb: held, ...holdingsOf(worker.pid), ...keptIn(worker.temporary) });
    if (n === 1 || n % 10 === 0) say(`${n} of ${sweeps} sweeps`);
  }
  const maxMemoryMb = memory.stop();
  console.log(table([heading, ...samples.filter(({ n }) => shown.has(n)).map(row)]));

  const events = await here.adapters.ledgerOf(id).read();
  const count = (kind: string) => events.filter((event) => event.kind === kind).length;
  must(count("sweep-ended") === sweeps, "each sweep came to its end", count("sweep-ended"));
  must(
    count("withdrawn") === due && on.withdrawn().length === due,
    "every tenth withdrew one",
    count("withdrawn"),
  );
  const faults = flatness(samples);
  must(faults.length === 0, "nothing piles up", faults);
  say(
    `flat: processes, files, temporary files, and memory (${growthMb(samples).toFixed(3)} MB for each sweep)`,
  );
  await worker.stop();
  const readMs = median(read.slice(1));
  return {
    ...{ readMs, withdrawalMs: median(withdrew) - readMs },
    ...{ unpackMs: Math.max(1, (read[0] ?? readMs) - readMs), maxMemoryMb },
  };
}

const heading = [
  "sweeps",
  "ms",
  "processes",
  "zombies",
  "files",
  "connections",
  "entries in tmp",
  "bytes in tmp",
  "held, MB",
  "RSS, MB",
  "PSS of the tree, MB",
];

function row(sample: Sample): string[] {
  const { n, ms, processes, zombies, files, connections, entries, bytes, heldMb, rssMb, pssMb } = sample;
  const numbers = [n, ms, processes, zombies, files, connections, entries, bytes].map((value) =>
    value.toFixed(0),
  );
  return [...numbers, heldMb?.toFixed(1) ?? "", rssMb.toFixed(1), pssMb.toFixed(1)];
}
