import { Cron } from "croner";
import { oneLine } from "./oneLine.ts";

export interface ScheduledTask {
  readonly name: string;
  /** Five fields, in UTC, as EventBridge Scheduler has them on AWS. */
  readonly pattern: string;
  readonly run: () => Promise<void>;
}

export interface Schedules {
  /** When each task runs next. */
  next(): readonly { readonly name: string; readonly at: Date | null }[];
  /** Resolves when the tasks in hand have ended. */
  stop(): Promise<void>;
}

/** Stands in for the scheduler. A task that fails says so in one line and runs again at its next time; none overlaps itself. */
export function startSchedules(tasks: readonly ScheduledTask[], report: (line: string) => void): Schedules {
  const inHand = new Set<Promise<void>>();
  const jobs = tasks.map((task) => {
    const run = async () => {
      const running = task.run().catch((error: unknown) => report(`${task.name}: ${oneLine(error)}`));
      inHand.add(running);
      await running;
      inHand.delete(running);
    };
    return { name: task.name, job: new Cron(task.pattern, { timezone: "UTC", protect: true }, run) };
  });
  return {
    next: () => jobs.map(({ name, job }) => ({ name, at: job.nextRun() })),
    stop: async () => {
      for (const { job } of jobs) job.stop();
      await Promise.all(inHand);
    },
  };
}
