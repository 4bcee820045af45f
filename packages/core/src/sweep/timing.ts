import type { Ending } from "./ending.ts";
import { paceOf, pauseOf } from "./pace.ts";
import type { Job } from "./start.ts";

/** Waits between two withdrawals; false where the pause and what has to come after it no longer fit. */
export async function paceAhead(job: Job, needMs: number): Promise<boolean> {
  const { ports, request, visit } = job;
  const mean = request.paceMs ?? paceOf(await ports.policy());
  const pause = pauseOf(mean, ports.random());
  if (!fits(job, pause + needMs)) return false;
  if (pause > 0) {
    ports.onProgress?.({ step: "waiting", ms: pause });
    await ports.clock.pause(pause, visit.signal);
  }
  return true;
}

export async function reasonToEnd(job: Job, needMs: number): Promise<Ending | null> {
  const { ports, visit } = job;
  if (visit.signal.aborted) return { outcome: "interrupted", why: null };
  if (!fits(job, needMs)) return endOfTime(job);
  const halted = (await ports.halted?.()) ?? null;
  if (halted !== null) return { outcome: "interrupted", why: halted };
  if ((await ports.policy()).paused) return { outcome: "paused", why: null };
  return null;
}

/** Whether something that takes so long can still be done. */
export function fits(job: Job, needMs: number): boolean {
  return job.ports.clock.now() + needMs <= job.visit.deadline;
}

export function endOfTime(job: Job): Ending {
  return { outcome: job.visit.signal.aborted ? "interrupted" : "out-of-time", why: null };
}
