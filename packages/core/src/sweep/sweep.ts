import { foldLedger } from "../ledger/fold.ts";
import { RecordUnwritable } from "../ledger/unwritable.ts";
import { PageSilent } from "../linkedin/visit/stop.ts";
import { TabLost } from "../linkedin/visit/tab.ts";
import type { Board } from "./board.ts";
import { tellDrift } from "./drift.ts";
import type { Ending } from "./ending.ts";
import { tabUnlessHalted } from "./halted.ts";
import { messageOf } from "./message.ts";
import type { SweepPorts, SweepRequest } from "./ports.ts";
import { RunRecord } from "./record.ts";
import type { SweepResult } from "./result.ts";
import { endingOfBoth, sweepReceived, sweepSide } from "./side.ts";
import { startVisit } from "./start.ts";

/** A browser that is stuck has none to give, and has yet to be closed within the sweep's own time. */
const cookiesWithinMs = 1_500;

/** A lease outlives any one step, and ends soon after a holder that vanished. */
export const leaseMs = 16 * 60_000;

/**
 * One sweep of one member: read, plan, act, verify, record. Never throws for what the site does: that is in the
 * result's outcome. Throws what the browser, the stores and the policy source throw; RecordUnwritable only where nothing
 * was opened.
 */
export async function sweep(ports: SweepPorts, request: SweepRequest): Promise<SweepResult> {
  const halted = (await ports.halted?.()) ?? null;
  if (halted !== null) return resultOf(ports, request, { outcome: "interrupted", why: halted }, [], null);
  const policy = await ports.policy();
  if (policy.paused && !request.preview)
    return resultOf(ports, request, { outcome: "paused", why: null }, [], null);
  if (!(await ports.lease.acquire(request.run, leaseMs))) {
    return resultOf(ports, request, { outcome: "busy", why: null }, [], null);
  }
  try {
    const record = new RunRecord(ports, request);
    const view = foldLedger(await ports.ledger.read());
    if (!request.preview) await record.write({ kind: "sweep-started", trigger: request.trigger });
    ports.onProgress?.({ step: "opening" });
    const opened = await ports.openTab();
    try {
      const result = await sweepIn(ports, request, record, view, tabUnlessHalted(opened.tab, ports));
      return result;
    } finally {
      await opened.close();
    }
  } finally {
    await ports.lease.release(request.run);
  }
}

async function sweepIn(
  ports: SweepPorts,
  request: SweepRequest,
  record: RunRecord,
  view: ReturnType<typeof foldLedger>,
  tab: Awaited<ReturnType<SweepPorts["openTab"]>>["tab"],
): Promise<SweepResult> {
  const visit = startVisit(ports, request, tab);
  const sent = await sweepSide({
    ports,
    request,
    record,
    view,
    visit,
    before: { due: 0, acted: false, reading: null },
  });
  const received = await sweepReceived(sent);
  const last = received ?? sent;
  const ending = endingOfBoth(sent.ending, received?.ending ?? null);
  await keepCookies(ports, ending, tab);
  await tellDrift(ports, last.job.visit, ending);
  const boards = [sent, received].flatMap((side) => side?.state.board ?? []);
  const result = resultOf(ports, request, ending, boards, sent.state.pending);
  if (!request.preview) await toldUnlessUnwritable(() => record.ended(result, boards));
  return result;
}

/** How it ended is no more than a summary: all that counts is on record, or the result says that it is not. */
export async function toldUnlessUnwritable(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (cause) {
    if (!(cause instanceof RecordUnwritable)) throw cause;
  }
}

/** A session that the site has just put out of use must not overwrite the one that is stored. */
export async function keepCookies(
  ports: Pick<SweepPorts, "clock" | "onCookies">,
  ending: Ending,
  tab: Awaited<ReturnType<SweepPorts["openTab"]>>["tab"],
): Promise<void> {
  if (ending.outcome === "signed-out" || ending.outcome === "wrong-account") return;
  const had = new AbortController();
  try {
    const late = ports.clock.pause(cookiesWithinMs, had.signal).then(() => null);
    const jar = await Promise.race([tab.cookies(), late]);
    if (jar !== null) await ports.onCookies(jar);
  } catch (cause) {
    // A browser that died has no cookies to give; the session that is stored stays as it was.
    if (!(cause instanceof TabLost || cause instanceof PageSilent)) throw cause;
  } finally {
    had.abort();
  }
}

function resultOf(
  ports: SweepPorts,
  request: SweepRequest,
  ending: Ending,
  boards: readonly Board[],
  pending: number | null,
): SweepResult {
  const items = boards.flatMap((board) => board.items());
  return {
    outcome: ending.outcome,
    message: messageOf(ending.outcome, items, ending.why, ending.remedy),
    pending,
    read: items.length,
    items,
    startedAt: new Date(request.startedAt).toISOString(),
    endedAt: new Date(ports.clock.now()).toISOString(),
  };
}
