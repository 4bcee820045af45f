import { expect, test } from "vitest";
import { before } from "../support/before.ts";
import { monday } from "../support/member.ts";
import { connected, looked, stages } from "./stage.ts";

const minute = 60_000;
const stage = stages();
const done = { batchItemFailures: [] };
const fails = async () => {
  throw new Error("the table is away");
};
const unknown = expect.stringContaining("we cannot say whether it was withdrawn");
const withdraw = (memberId: string) =>
  ({ kind: "withdraw", memberId, runId: "r1", profile: "/in/person-1" }) as const;

test("a withdrawal whose end could not be written down comes again, and its member is told", async () => {
  const { id, connect, errands, jobs, ask, run, told } = await stage(async () => "done", connected);
  await connect();
  const body = await ask(withdraw(id));
  before(errands, "end", fails);
  expect((await run(body)).batchItemFailures).toHaveLength(1);
  expect(await told()).toEqual([{ kind: "waiting" }]);
  expect(await run(body)).toEqual(done);
  expect(jobs).toHaveLength(2);
  expect(await told()).toMatchObject([{ outcome: "done" }]);
});

test("a session that is in use although its trial's end could not be written down is said to be", async () => {
  const { id, sessions, errands, jobs, tryIt, run, told } = await stage(looked);
  const body = await tryIt();
  before(errands, "end", fails);
  expect((await run(body)).batchItemFailures).toHaveLength(1);
  expect(await run(body)).toEqual(done);
  expect(jobs).toHaveLength(1);
  expect(await sessions.open(id)).toMatchObject({ kind: "opened" });
  expect(await told()).toMatchObject([{ message: "You are connected as /in/ada-example." }]);
});

test("an errand whose worker died stays on the queue; hours later nobody says that it was never begun", async () => {
  const { id, connect, clock, errands, counted, jobs, ask, run, told } = await stage(looked, connected);
  await connect();
  const body = await ask(withdraw(id));
  clock.now = monday + 10 * minute;
  expect(await errands.take(id, "r1")).toBe(true);
  // The second of two that wait for it in the same worker's time, and one when the pages call it over.
  for (const later of [11, 21]) {
    clock.now = monday + later * minute;
    expect((await run(body)).batchItemFailures).toHaveLength(1);
    expect(await told()).toEqual([{ kind: "waiting" }]);
  }
  expect(counted.SweepsFailed).toBeUndefined();
  clock.now = monday + 101 * minute;
  expect(await run(body)).toEqual(done);
  expect(jobs).toEqual([]);
  expect(await told()).toMatchObject([{ outcome: "interrupted", message: unknown }]);
});

test("a session that is in use although its worker died is said to be, however late its message comes again", async () => {
  const { id, all, sessions, clock, errands, jobs, tryIt, run, told } = await stage(looked);
  const body = await tryIt();
  for (const [store, name] of [
    [errands, "end"],
    [errands, "giveBack"],
  ] as const)
    before(store, name, fails);
  expect((await run(body)).batchItemFailures).toHaveLength(1);
  clock.now = monday + 5 * minute;
  expect((await run(body)).batchItemFailures).toHaveLength(1);
  clock.now = monday + 90 * minute;
  expect(await run(body)).toEqual(done);
  expect(jobs).toHaveLength(1);
  expect(await sessions.open(id)).toMatchObject({ kind: "opened" });
  expect(await all.get(id)).toMatchObject({ session: "sealed" });
  expect(await told()).toMatchObject([{ message: "You are connected as /in/ada-example." }]);
});
