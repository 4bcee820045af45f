import { RecordUnwritable } from "../../ledger/unwritable.ts";
import { profileMarks } from "../../linkedin/layouts/marks.ts";
import { NoSuchProfile } from "../../linkedin/profile/open.ts";
import { SweepStop } from "../../linkedin/visit/stop.ts";
import { TabLost } from "../../linkedin/visit/tab.ts";
import { type Ending, endingOf, endingUnrecorded } from "../ending.ts";
import { tabUnlessHalted } from "../halted.ts";
import type { ItemState, SweepItem, SweepResult } from "../result.ts";
import { startVisit } from "../start.ts";
import { keepCookies, leaseMs, toldUnlessUnwritable } from "../sweep.ts";
import { type ProfilePorts, type ProfileRequest, ProfileRun } from "./ports.ts";
import { withdrawOnce } from "./steps.ts";
import { toldOf } from "./told.ts";

/**
 * Withdraws the one invitation to the person whose profile is named, on that person's own page: the member's explicit
 * act, so that no age and no keep rule is asked; it counts against the day's cap of later sweeps. A sweep of its own,
 * with the lease, the ledger, the walls and the result document of any other. Throws as `sweep` does.
 */
export async function withdrawFromProfile(
  ports: ProfilePorts,
  request: ProfileRequest,
): Promise<SweepResult> {
  const halted = (await ports.halted?.()) ?? null;
  if (halted !== null) return resultOf(ports, request, { outcome: "interrupted", why: halted }, null);
  if (!(await ports.lease.acquire(request.run, leaseMs)))
    return resultOf(ports, request, { outcome: "busy", why: null }, null);
  try {
    ports.onProgress?.({ step: "opening" });
    const opened = await ports.openTab();
    try {
      const visit = {
        ...startVisit(ports, request, tabUnlessHalted(opened.tab, ports)),
        marks: profileMarks,
      };
      return await runIn(new ProfileRun(ports, request, visit));
    } finally {
      await opened.close();
    }
  } finally {
    await ports.lease.release(request.run);
  }
}

async function runIn(run: ProfileRun): Promise<SweepResult> {
  const { ports, request, visit } = run;
  await run.write({ kind: "sweep-started", trigger: "by-hand" });
  let ending: Ending;
  try {
    ending = await withdrawOnce(run);
  } catch (stop) {
    ending = endedBy(run, stop);
  }
  await keepCookies(ports, ending, visit.tab);
  const result = resultOf(ports, request, ending, run.item);
  await toldUnlessUnwritable(() =>
    run.write({
      kind: "sweep-ended",
      outcome: result.outcome,
      message: result.message,
      pending: null,
      read: result.read,
      counts: countsOf(run.item),
      upcoming: [],
      profile: request.profile.path,
    }),
  );
  return result;
}

function endedBy(run: ProfileRun, stop: unknown): Ending {
  if (stop instanceof SweepStop) return endingOf(stop);
  if (stop instanceof RecordUnwritable) {
    const { outcome, why, remedy } = endingUnrecorded(stop, run.open);
    return { outcome, why: remedy === undefined ? why : `${why}: ${remedy}` };
  }
  if (stop instanceof NoSuchProfile)
    return {
      outcome: "nothing-due",
      why: `LinkedIn has no profile at ${run.request.profile.path}: nothing was opened but that. Look at the address again.`,
    };
  if (stop instanceof TabLost)
    return { outcome: "unreachable", why: "The browser ended unexpectedly: start it again." };
  throw stop;
}

function countsOf(item: SweepItem | null): Partial<Record<ItemState, number>> {
  return item === null ? {} : { [item.state]: 1 };
}

function resultOf(
  ports: ProfilePorts,
  request: ProfileRequest,
  ending: Ending,
  item: SweepItem | null,
): SweepResult {
  return {
    outcome: ending.outcome,
    message: toldOf(ending, item),
    pending: null,
    read: item === null ? 0 : 1,
    items: item === null ? [] : [item],
    startedAt: new Date(request.startedAt).toISOString(),
    endedAt: new Date(ports.clock.now()).toISOString(),
  };
}
