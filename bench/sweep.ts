import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMemberTab } from "@lapse/browser/memberTab";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import type { SweepPorts } from "@lapse/core/sweep/ports";
import { sweep } from "@lapse/core/sweep/sweep";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { leaseFile } from "@lapse/local/sweep/leaseFile";
import { openDataDirectory, openLedgerFile } from "@lapse/local/sweep/ledgerFile";
import { type Replica, type ReplicaMember, startReplica } from "@lapse/replica/replica";
import { floorOf } from "./floor.ts";
import { people } from "./people.ts";
import { type Spent, watched } from "./watched.ts";

const rows = 200;
const due = 50;

/** Reads 200 and withdraws 50, against the floor of the same requests, at one latency of the replica. */
export async function benchSweep(latencyMs: number): Promise<void> {
  const replica = await startReplica({ bench: true, latencyMs });
  try {
    const member = (slug: string) =>
      replica.addMember({
        slug,
        name: slug,
        email: `${slug}@bench.example`,
        password: "bench",
        invitations: people(rows, due),
      });
    const floor = await floorOf(replica, member("floor"), due);
    const swept = member("sweep");
    const spent: Spent = new Map();
    const totalMs = await sweepOnce(replica, swept, spent);
    const each = perWithdrawal(replica, swept);
    const overhead = each - floor.withdrawMs;
    const print = (line: string) => console.log(`  ${line}`);
    console.log(`read ${rows}, withdraw ${due}, ${latencyMs} ms on every answer:`);
    print(
      `floor ${seconds(floor.totalMs)}, sweep ${seconds(totalMs)}: ratio ${(totalMs / floor.totalMs).toFixed(2)}`,
    );
    print(
      `one withdrawal: floor ${floor.withdrawMs.toFixed(1)} ms, sweep ${each.toFixed(1)} ms: overhead ${overhead.toFixed(1)} ms`,
    );
    const parts = [...spent].sort((a, b) => b[1].ms - a[1].ms);
    print(
      `in the tab: ${parts.map(([name, { ms, calls }]) => `${name} ${ms.toFixed(0)} ms in ${calls}`).join(", ")}`,
    );
    if (swept.withdrawn().length !== due)
      throw new Error(`the sweep withdrew ${swept.withdrawn().length}, not ${due}`);
  } finally {
    await replica.close();
  }
}

/** From an open browser to the result, the check on a fresh load included. */
async function sweepOnce(replica: Replica, member: ReplicaMember, spent: Spent): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), "lapse-bench-"));
  openDataDirectory(data);
  const session = member.mintSession();
  const opened = await openMemberTab(replica.origin, session);
  const policy = { ...defaultPolicy, perDay: 50 };
  const ports: SweepPorts = {
    openTab: async () => ({ tab: watched(opened.tab, spent), close: async () => undefined }),
    clock: systemClock,
    random: Math.random,
    ledger: openLedgerFile(data, (text) => text),
    lease: leaseFile(data, systemClock.now),
    signal: new AbortController().signal,
    policy: async () => policy,
    onCookies: async () => undefined,
  };
  const began = performance.now();
  const startedAt = Date.now();
  const request = {
    run: "bench",
    site: replica.origin,
    session,
    trigger: "by-hand",
    preview: false,
  } as const;
  await sweep(ports, { ...request, paceMs: 0, startedAt, budgetMs: 600_000 });
  const totalMs = performance.now() - began;
  await opened.close();
  rmSync(data, { recursive: true });
  return totalMs;
}

/** Mean time from one withdrawal's request to the next, by the replica's journal. */
function perWithdrawal(replica: Replica, member: ReplicaMember): number {
  const times = replica.journal.withdrawals(member.slug).map((entry) => entry.at);
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
