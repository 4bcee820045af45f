import { describe, expect, test } from "vitest";
import { dispatch } from "../../src/dispatch/dispatch.ts";
import type { SweepMessage } from "../../src/queue/sweepMessage.ts";
import { claimDue } from "../../src/store/due.ts";
import { keptLog } from "../support/log.ts";
import { monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";
import { connected, looked, stages } from "./stage.ts";

const stage = stages();
type Stage = Awaited<ReturnType<typeof stage>>;
const reason = "ticket 4711";

/** One run of the dispatcher over the stage's table; the members whom it sent for, of this stage. */
async function dispatched({ table, stop, clock, id }: Stage): Promise<readonly string[] | null> {
  const sent: SweepMessage[] = [];
  const done = await dispatch({
    claimDue: (at, forMs) => claimDue(table, at, forMs),
    stopSwitch: stop,
    queue: {
      sendAll: async (batch) => {
        sent.push(...batch);
        return [];
      },
    },
    now: () => clock.now,
    newRunId: () => "r2",
    ...keptLog(),
    ...keptMetrics(),
  });
  return done === null ? null : sent.flatMap(({ memberId }) => (memberId === id ? [memberId] : []));
}

describe("While everything is stopped", () => {
  test("a sweep on the queue opens nothing and is done with, and its member is swept once the stop is lifted", async () => {
    const made = await stage(async () => "done", { nextSweepAt: monday });
    const { id, all, jobs, stop, clock, ledgerOf, connect, run } = made;
    await connect();
    expect(await dispatched(made)).toEqual([id]);
    await stop.set(reason);
    const body = JSON.stringify({ kind: "sweep", memberId: id, runId: "r1" });
    expect(await run(body)).toEqual({ batchItemFailures: [] });
    expect([jobs, await ledgerOf(id).read()]).toEqual([[], []]);
    expect(await all.get(id)).toMatchObject({ session: "sealed", nextSweepAt: monday });

    clock.now = monday + 3 * 86_400_000;
    expect(await dispatched(made)).toBeNull();
    await stop.clear();
    expect(await dispatched(made)).toEqual([id]);
    expect(await run(JSON.stringify({ kind: "sweep", memberId: id, runId: "r2" }))).toEqual({
      batchItemFailures: [],
    });
    expect(jobs).toHaveLength(1);
    expect((await all.get(id))?.nextSweepAt).toBeGreaterThan(clock.now);
  });

  test.each([
    ["look", "so nothing was read. Ask again later."],
    ["withdraw", "so nothing was opened. Ask again later."],
  ] as const)("a %s on the queue opens nothing, and says so", async (kind, words) => {
    const { id, jobs, stop, connect, ask, run, told } = await stage(looked, connected);
    await connect();
    const who = { memberId: id, runId: "r1" };
    const body = await ask(kind === "look" ? { kind, ...who } : { kind, ...who, profile: "/in/person-1" });
    await stop.set(reason);
    expect(await run(body)).toEqual({ batchItemFailures: [] });
    await stop.clear();
    expect(jobs).toEqual([]);
    expect(await told()).toMatchObject([
      {
        outcome: "interrupted",
        message: `Whoever runs Lapse has stopped everything for now, ${words}`,
      },
    ]);
  });

  test("a session on the queue is not tried, and nothing of it is kept", async () => {
    const { id, jobs, sessions, stop, tryIt, run, told } = await stage(looked);
    const body = await tryIt();
    const { version } = JSON.parse(body) as { version: string };
    expect(await sessions.candidate(id, version)).not.toBeNull();
    await stop.set(reason);
    await run(body);
    await stop.clear();
    expect([jobs, await sessions.candidate(id, version)]).toEqual([[], null]);
    expect(await told()).toMatchObject([{ message: expect.stringContaining("so it was not tried.") }]);
  });

  test("a look that the stop met on its way has nothing to tell, and the session stays in use", async () => {
    let made: Stage | null = null;
    made = await stage(async () => {
      await made?.stop.set(reason);
      return "interrupted";
    }, connected);
    const { id, all, stop, connect, ask, run } = made;
    await connect();
    await run(await ask({ kind: "look", memberId: id, runId: "r1" }));
    await stop.clear();
    const [look] = await made.told();
    expect(look).toMatchObject({ message: expect.stringMatching(/^Whoever runs Lapse .* nothing was read/) });
    expect(await all.get(id)).toMatchObject({ session: "sealed" });
  });

  test("and where that cannot be known, nothing is opened either, and nothing lost", async () => {
    const { id, all, jobs, put, stop, lines, connect, run } = await stage(async () => "done", {
      nextSweepAt: monday,
    });
    await connect();
    await put({ pk: "switch", sk: "stop", note: "by hand" });
    const body = JSON.stringify({ kind: "sweep", memberId: id, runId: "r1" });
    expect(await run(body)).toEqual({ batchItemFailures: [] });
    expect([jobs.length, (await all.get(id))?.nextSweepAt]).toEqual([0, monday]);
    expect(lines.filter(({ level }) => level === "error")).toHaveLength(1);
    await stop.clear();
    await run(body);
    expect(jobs).toHaveLength(1);
  });
});
