import { describe, expect, test } from "vitest";
import { monday } from "../support/member.ts";
import { connected, looked, stages } from "./stage.ts";

const day = 86_400_000;
const stage = stages();
const nothingFailed = { batchItemFailures: [] };

describe("A message that comes back from the dead-letter queue days later", () => {
  const sweep = (memberId: string, runId: string) => JSON.stringify({ kind: "sweep", memberId, runId });

  test("sweeps nobody who was swept since, and whoever is due once, however many come back at once", async () => {
    const { id, jobs, clock, connect, run } = await stage(async () => "done", { nextSweepAt: monday });
    await connect();
    clock.now = monday + 4 * day;
    // Each day's dispatch sent one, and each of them failed three times.
    const redriven = ["r1", "r2", "r3", "r4"].map((runId) => sweep(id, runId));
    expect(await run(...redriven)).toEqual(nothingFailed);
    expect(jobs.map(({ runId }) => runId)).toEqual(["r1"]);
    expect(await run(...redriven)).toEqual(nothingFailed);
    expect(jobs).toHaveLength(1);
  });

  test("sweeps nobody who disconnected, paused or left meanwhile", async () => {
    const gone = await stage(async () => "done", { nextSweepAt: monday });
    await gone.connect();
    await gone.all.disconnect(gone.id);
    expect(await gone.run(sweep(gone.id, "r1"))).toEqual(nothingFailed);
    await gone.all.leave(gone.id);
    expect(await gone.run(sweep(gone.id, "r1"))).toEqual(nothingFailed);
    expect(gone.jobs).toEqual([]);
    expect(await gone.all.get(gone.id)).toBeNull();

    const paused = await stage(async (job) => ((await job.policyNow())?.paused ? "paused" : "done"), {
      nextSweepAt: monday,
    });
    await paused.connect();
    await paused.all.setPaused(paused.id, true);
    await paused.run(sweep(paused.id, "r1"));
    expect((await paused.all.get(paused.id))?.nextSweepAt).toBeGreaterThan(monday);
  });

  test("clears what a worker left that died over a sweep whose member left meanwhile", async () => {
    const { id, all, connect, run, item } = await stage(
      async (job) => {
        await all.leave(id);
        await job.lease.acquire(job.runId, 60_000);
        throw new Error("power cut");
      },
      { nextSweepAt: monday },
    );
    await connect();
    expect((await run(sweep(id, "r1"))).batchItemFailures).toHaveLength(1);
    expect(await item("lease")).toBeDefined();
    expect(await run(sweep(id, "r1"))).toEqual(nothingFailed);
    expect(await item("lease")).toBeUndefined();
  });

  test.each([20 * 60_000, 5 * day])("does no errand %i ms after it was asked for", async (later) => {
    const { id, jobs, clock, connect, ask, run } = await stage(looked, connected);
    await connect();
    const who = { memberId: id, runId: "r1" };
    const bodies = [
      await ask({ kind: "look", ...who }),
      await ask({ kind: "withdraw", ...who, runId: "r2", profile: "/in/person-1" }),
    ];
    clock.now = monday + later;
    expect(await run(...bodies)).toEqual(nothingFailed);
    expect(jobs).toEqual([]);
  });

  test("tries no session that was given days ago, and keeps nothing of it", async () => {
    const { id, jobs, sessions, clock, tryIt, run } = await stage(looked);
    const body = await tryIt();
    const { version } = JSON.parse(body) as { version: string };
    clock.now = monday + 5 * day;
    expect(await run(body)).toEqual(nothingFailed);
    expect([jobs, await sessions.candidate(id, version)]).toEqual([[], null]);
  });

  test("leaves alone what the member asked for anew", async () => {
    const { id, jobs, clock, connect, ask, run, told } = await stage(looked, connected);
    await connect();
    const old = await ask({ kind: "look", memberId: id, runId: "r1" });
    clock.now = monday + day;
    await ask({ kind: "look", memberId: id, runId: "r2" });
    await run(old);
    expect([jobs, await told()]).toEqual([[], [{ kind: "waiting" }]]);
  });
});
