import { takeReport } from "../linkedin/report/take.ts";
import type { Visit } from "../linkedin/visit/visit.ts";
import type { Ending } from "./ending.ts";
import type { SweepPorts } from "./ports.ts";

/** What looking at the page may take at most: the browser has yet to be closed within the sweep's own time. */
const withinMs = 3_000;

/** Reports a page that was not understood, while it is still open. It never changes how the sweep ended. */
export async function tellDrift(ports: SweepPorts, visit: Visit, ending: Ending): Promise<void> {
  if (ending.outcome !== "page-drift" || ports.onDrift === undefined) return;
  const taken = new AbortController();
  try {
    const late = ports.clock.pause(withinMs, taken.signal).then(() => null);
    const report = await Promise.race([takeReport(visit, ending.missing ?? null), late]);
    if (report !== null) await ports.onDrift(report);
  } catch {
    // The page went away, or there is no place for the report: the outcome says what happened none the less.
  } finally {
    taken.abort();
  }
}
