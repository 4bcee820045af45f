import { describe, expect, test } from "vitest";
import { aMember, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { secret, session } from "../support/worker.ts";
import { connected, looked, stages } from "./stage.ts";

const day = 86_400_000;
const stage = stages();

describe("a look", () => {
  const look = (memberId: string, runId = "r1") => ({ kind: "look", memberId, runId }) as const;

  test("reads the list before any start and between two sweeps, and moves no sweep", async () => {
    const { id, all, readings, jobs, ask, run, told, connect } = await stage(looked, {
      ...{ ...connected, startedAt: null, nextSweepAt: monday + day },
    });
    await connect();
    await run(await ask(look(id)));
    expect(jobs).toMatchObject([{ task: { kind: "look" }, access: { session } }]);
    expect(await readings.get(id)).toEqual(aReading(2));
    expect(await told()).toMatchObject([{ outcome: "previewed", message: "It ended: previewed." }]);
    expect((await all.get(id))?.nextSweepAt).toBe(monday + day);
  });

  test("that meets a challenge puts the session out of use", async () => {
    const { id, all, sessions, ask, run, connect } = await stage(async () => "challenged", connected);
    const version = await connect();
    await run(await ask(look(id)));
    expect(await sessions.open(id)).toEqual({ kind: "out-of-use", version });
    expect(await all.get(id)).toMatchObject({ session: "out-of-use" });
  });

  test("opens nothing for a member who is paused or not connected, and says so", async () => {
    const paused = { ...aMember("x").policy, paused: true };
    for (const [changes, outcome] of [
      [{ ...connected, policy: paused }, "paused"],
      [{}, "signed-out"],
      [connected, "signed-out"],
    ] as const) {
      const { id, jobs, ask, run, told } = await stage(looked, changes);
      await run(await ask(look(id)));
      expect(jobs).toEqual([]);
      expect(await told()).toMatchObject([{ outcome }]);
    }
  });

  test("that nobody asked for, or that has ended, opens nothing", async () => {
    const { id, jobs, ask, run, connect } = await stage(looked, connected);
    await connect();
    const body = await ask(look(id));
    await run(JSON.stringify(look(id, "r0")), body, body);
    expect(jobs).toHaveLength(1);
  });
});

describe("a withdrawal at the member's word", () => {
  const profile = "/in/person-1";
  const withdraw = (memberId: string, to = profile) =>
    ({ kind: "withdraw", memberId, runId: "r1", profile: to }) as const;

  test("goes to that person's page with the member's session, and says what became of it", async () => {
    const { id, jobs, ask, run, told, connect } = await stage(async () => "done", connected);
    await connect();
    await run(await ask(withdraw(id)));
    expect(jobs).toMatchObject([{ task: { kind: "withdraw", profile: { path: profile } } }]);
    expect(await told()).toMatchObject([{ outcome: "done", message: "It ended: done." }]);
  });

  test("knows by every rule whom a policy keeps, also one that was made after it was asked for", async () => {
    const { id, readings, jobs, ask, run, connect } = await stage(async () => "done", connected);
    await connect();
    await readings.put(id, aReading(3));
    await run(await ask(withdraw(id)));
    const task = jobs[0]?.task;
    if (task?.kind !== "withdraw") throw new Error("it is a withdrawal");
    const { policy } = aMember(id);
    const keep = (changes: Partial<typeof policy.keep>) =>
      task.kept({ ...policy, keep: { ...policy.keep, ...changes } });
    expect(keep({})).toBeNull();
    expect(keep({ profiles: ["https://www.linkedin.com/in/PERSON-1/"] })).toBe("on your keep list");
    expect(keep({ words: ["person 1"] })).toContain("person 1");
    expect(keep({ newest: 2 })).toContain("newest 2");
    expect(keep({ newest: 1, profiles: ["/in/person-2"] })).toBeNull();
  });

  test("opens nothing before the start, while paused, for no profile, or without a session", async () => {
    const paused = { ...aMember("x").policy, paused: true };
    for (const [changes, to, words] of [
      [
        { ...connected, startedAt: null },
        profile,
        "Nothing was withdrawn: you have not started the clean-up.",
      ],
      [{ ...connected, policy: paused }, profile, "Nothing was withdrawn: you paused Lapse."],
      [connected, "/in/..", "Nothing was withdrawn: the address names no profile."],
      [{}, profile, "Your LinkedIn account is not connected, so nothing was opened. Connect it first."],
    ] as const) {
      const { id, jobs, ask, run, told } = await stage(async () => "done", changes);
      await run(await ask(withdraw(id, to)));
      expect(jobs).toEqual([]);
      expect(await told()).toMatchObject([{ message: words }]);
    }
  });

  test("that fails by our fault is not tried again, and is said to be unknown", async () => {
    const { id, lines, ask, run, told, connect } = await stage(async () => {
      throw new Error(`no answer with ${secret}`);
    }, connected);
    await connect();
    expect(await run(await ask(withdraw(id)))).toEqual({ batchItemFailures: [] });
    expect(await told()).toMatchObject([
      { outcome: "interrupted", message: expect.stringContaining("we cannot say whether it was withdrawn") },
    ]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test("that no worker came to in time is not made any more: the page has long called it over", async () => {
    const { id, connect, clock, jobs, ask, run, told } = await stage(async () => "done", connected);
    await connect();
    const body = await ask(withdraw(id));
    clock.now = monday + 20 * 60_000;
    await run(body);
    expect(jobs).toEqual([]);
    expect(await told()).toMatchObject([
      { outcome: "interrupted", message: "It was not done in time, so nothing was opened. Ask again." },
    ]);
  });

  test("that takes too long is given up before the click", async () => {
    const { id, connect, clock, jobs, ask, run } = await stage(async () => "done", connected);
    await connect();
    await run(await ask(withdraw(id)));
    const task = jobs[0]?.task;
    if (task?.kind !== "withdraw") throw new Error("it is a withdrawal");
    clock.now = monday + 20 * 60_000 - 1;
    expect(task.isTooLate()).toBe(false);
    clock.now = monday + 20 * 60_000;
    expect(task.isTooLate()).toBe(true);
  });

  test("whose message comes a second time meanwhile is told as the first one ended", async () => {
    let again = async () => {};
    const { id, connect, jobs, ask, run, told } = await stage(async () => {
      if (jobs.length > 1) return "busy";
      await again();
      return "done";
    }, connected);
    await connect();
    const body = await ask(withdraw(id));
    again = async () => void (await run(body));
    await run(body);
    expect(jobs).toHaveLength(1);
    expect(await told()).toMatchObject([{ outcome: "done" }]);
  });

  test("whose worker died is taken up again by the message's next try, and not before it is surely dead", async () => {
    const { id, connect, clock, errands, jobs, ask, run } = await stage(async () => "done", connected);
    await connect();
    const body = await ask(withdraw(id));
    expect(await errands.take(id, "r1")).toBe(true);
    expect((await run(body)).batchItemFailures).toHaveLength(1);
    expect(jobs).toEqual([]);
    clock.now = monday + 15 * 60_000;
    await run(body);
    expect(jobs).toHaveLength(1);
  });
});
