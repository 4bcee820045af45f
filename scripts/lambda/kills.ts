import { setTimeout as pause } from "node:timers/promises";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { foldLedger } from "@lapse/core/ledger/fold";
import type { ReplicaMember } from "@lapse/replica/replica";
import { addMember, announce, connect, lastRead, makeDue, onReplica } from "./people.ts";
import { keptIn, treeOf } from "./processes.ts";
import { recordOf, work } from "./queues.ts";
import type { RunningFunction } from "./running.ts";
import { must, say, table } from "./say.ts";
import { seeded } from "./seeded.ts";
import type { Surroundings } from "./surroundings.ts";

const runs = 12;
const seed = 20_261_123;
/** The longest that a sweep whose browser is gone may take to say so: its bounded waits, and a busy machine. */
const answersWithinMs = 70_000;
const id = "killed";

/** What is killed: the whole tree of the browser, its first process alone, or one of the others. */
const victims = ["tree", "browser", "child"] as const;
type Victim = (typeof victims)[number];

/** Sweeps whose browser is killed at a random moment: each ends, none says what is not so, and the next goes on. */
export async function kills(here: Surroundings): Promise<void> {
  const on = onReplica(here, "Killed", [2, 4, ...Array.from({ length: runs + 3 }, (_, i) => 40 + i)]);
  await addMember(here, id, { perDay: 50 });
  await connect(here, id, on);
  const worker = await here.start("Sweep");
  const sweep = async (run: string) => {
    await makeDue(here, id);
    const record = recordOf({ kind: "sweep", memberId: id, runId: run }, here.stack.queues.sweeps);
    return work(worker, [record], answersWithinMs);
  };
  await sweep("killed-first");
  await announceOldest(here, on);
  // As long as a whole sweep takes here and now: its browser, its reading, a withdrawal and the proof of it.
  const { ms: spanMs } = await sweep("killed-not");
  const kept = keptIn(worker.temporary);
  const random = seeded(seed);
  const rows: string[][] = [
    ["run", "killed", "after, ms", "hit", "answer", "outcome", "took, ms", "withdrawn", "known as withdrawn"],
  ];
  for (let n = 1; n <= runs; n++) {
    await announceOldest(here, on);
    const victim = victims[n % victims.length] ?? "tree";
    const afterMs = Math.round(random() * spanMs);
    const run = `killed-${n}`;
    const swept = sweep(run);
    const hit = await killLater(worker, victim, afterMs);
    const { ms, back } = await swept;
    const events = await here.adapters.ledgerOf(id).read();
    const outcome = outcomeOf(events, run);
    must(outcome !== null || back.length === 1, `sweep ${n} ends in a named outcome, or comes again`, {
      back,
      events: events.slice(-5),
    });
    compare(events, on);
    must(treeOf(worker.pid).length === 1, "no process of the browser is left", treeOf(worker.pid));
    must(
      keptIn(worker.temporary).entries === kept.entries,
      "no temporary file is left",
      keptIn(worker.temporary),
    );
    const known = [on.withdrawn().length, events.filter(({ kind }) => kind === "withdrawn").length].map(
      String,
    );
    rows.push([
      String(n),
      victim,
      String(afterMs),
      String(hit),
      back.length === 0 ? "done" : "again",
      outcome ?? "-",
      ms.toFixed(0),
      ...known,
    ]);
  }
  console.log(table(rows));
  const before = on.withdrawn().length;
  await announceOldest(here, on);
  const { back } = await sweep("killed-last");
  const events = await here.adapters.ledgerOf(id).read();
  must(
    back.length === 0 && outcomeOf(events, "killed-last") === "done",
    "the next sweep goes on",
    outcomeOf(events, "killed-last"),
  );
  must(on.withdrawn().length > before, "it withdraws what is due", on.withdrawn().length);
  compare(events, on);
  say(
    `${runs} browsers killed (seed ${seed}): no process, no file, and in the ledger nothing that is not so`,
  );
  await worker.stop();
}

/** One more of whom the notice is over; where the last one is still pending, they are enough. */
async function announceOldest(here: Surroundings, on: ReplicaMember): Promise<void> {
  const oldest = on.pending().at(-1)?.name;
  const read = (await lastRead(here, id)).some(({ name }) => name === oldest);
  must(oldest !== undefined && read, "there is somebody left to withdraw", oldest);
  await announce(here, id, new Set([oldest]));
}

/** Kills what is there of the browser at that moment; resolves to how many processes that were. */
async function killLater(worker: RunningFunction, victim: Victim, afterMs: number): Promise<number> {
  await pause(afterMs);
  const [first, ...others] = treeOf(worker.pid).slice(1);
  if (first === undefined) return 0;
  const chosen = { tree: [first, ...others], browser: [first], child: others.slice(-1) }[victim];
  let hit = 0;
  for (const { pid } of chosen) {
    try {
      process.kill(pid, "SIGKILL");
      hit++;
    } catch {
      // It has just ended by itself.
    }
  }
  return hit;
}

function outcomeOf(events: readonly LedgerEvent[], run: string): string | null {
  const ended = events.findLast((event) => event.run === run && event.kind === "sweep-ended");
  return ended?.kind === "sweep-ended" ? ended.outcome : null;
}

/** The ledger never says that somebody was withdrawn who was not, and knows of everybody who was, or may have been. */
function compare(events: readonly LedgerEvent[], on: ReplicaMember): void {
  const gone = new Set(on.withdrawn().map(({ name }) => name));
  const names = (kind: "withdrawn" | "unverified") =>
    new Set(events.flatMap((event) => (event.kind === kind ? [event.invitation.name] : [])));
  const [withdrawn, unverified] = [names("withdrawn"), names("unverified")];
  const open = new Set(foldLedger(events).openIntents.map(({ name }) => name));
  const gonePerReconciled = new Set(
    events.flatMap((event) =>
      event.kind === "reconciled" && event.found === "gone" ? [event.invitation.name] : [],
    ),
  );
  const lies = [...withdrawn].filter((name) => !gone.has(name));
  must(lies.length === 0, "whoever the ledger says was withdrawn, was", lies);
  const unknown = [...gone].filter(
    (name) =>
      !withdrawn.has(name) && !unverified.has(name) && !open.has(name) && !gonePerReconciled.has(name),
  );
  must(unknown.length === 0, "the ledger knows of everybody who was withdrawn, or may have been", unknown);
}
