import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startSchedules } from "../../src/stack/schedules.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 25, 0, 30) }));
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;

describe("The schedules", () => {
  test("run each task every hour on the hour, also through the night when clocks change", async () => {
    const at: string[] = [];
    const run = async () => void at.push(new Date().toISOString().slice(11, 16));
    const schedules = startSchedules([{ name: "dispatch", pattern: "0 * * * *", run }], () => undefined);
    await vi.advanceTimersByTimeAsync(4 * hour);
    await schedules.stop();
    expect(at).toEqual(["01:00", "02:00", "03:00", "04:00"]);
  });

  test("say in one line that a task failed, and run it again an hour later", async () => {
    const lines: string[] = [];
    const run = async () => {
      throw new Error("no table\nsomewhere");
    };
    const schedules = startSchedules([{ name: "digest", pattern: "0 * * * *", run }], (line) =>
      lines.push(line),
    );
    await vi.advanceTimersByTimeAsync(2 * hour);
    await schedules.stop();
    expect(lines).toEqual(["digest: no table", "digest: no table"]);
  });

  test("never run a task beside itself, and wait for it when they stop", async () => {
    let runs = 0;
    let finish = (): void => undefined;
    const run = () => {
      runs++;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
    const schedules = startSchedules([{ name: "dispatch", pattern: "0 * * * *", run }], () => undefined);
    await vi.advanceTimersByTimeAsync(3 * hour);
    expect(runs).toBe(1);
    let stopped = false;
    const stopping = schedules.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(hour);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(runs).toBe(1);
  });

  test("know when each task runs next", () => {
    const schedules = startSchedules(
      [{ name: "digest", pattern: "0 * * * *", run: async () => undefined }],
      () => undefined,
    );
    expect(schedules.next()).toEqual([{ name: "digest", at: new Date("2026-10-25T01:00:00Z") }]);
    void schedules.stop();
  });
});
