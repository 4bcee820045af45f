import { describe, expect, test } from "vitest";
import { before } from "../support/before.ts";
import { monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { session } from "../support/worker.ts";
import { connected, given, looked, stages } from "./stage.ts";

const day = 86_400_000;
const stage = stages();

describe("a session that was given", () => {
  test("is tried without a click, and is the member's once it showed their list", async () => {
    const { id, all, sessions, readings, jobs, tryIt, run, told, item } = await stage(looked, {
      startedAt: null,
    });
    expect(await run(await tryIt())).toEqual({ batchItemFailures: [] });
    expect(jobs).toMatchObject([{ task: { kind: "look" }, access: { kind: "session", session: given } }]);
    expect(await sessions.open(id)).toMatchObject({
      kind: "opened",
      session: { ...given, member: "/in/ada-example" },
    });
    const member = await all.get(id);
    expect(member).toMatchObject({ session: "sealed", connectedAt: monday, account: "/in/ada-example" });
    expect(member?.nextSweepAt).toBeGreaterThan(monday);
    expect(await readings.get(id)).toEqual(aReading(2));
    expect(await told()).toMatchObject([
      { kind: "ended", outcome: "previewed", message: "You are connected as /in/ada-example." },
    ]);
    expect(await item("candidate")).toBeUndefined();
  });

  test("is sealed as the site left it, and is finished by the next sweep under the version it was given", async () => {
    const renewed = { cookies: [{ name: "li_at", value: "AQEDATrenewedvalue9876543210" }] };
    const { id, all, sessions, tryIt, run, clock } = await stage(async (job) => {
      await job.onRenewed(renewed);
      return looked(job);
    });
    await run(await tryIt());
    expect(await sessions.open(id)).toMatchObject({ session: renewed });
    clock.now = monday + 2 * day;
    await run(JSON.stringify({ kind: "sweep", memberId: id, runId: "r2" }));
    expect((await all.get(id))?.nextSweepAt).toBeGreaterThan(clock.now);
  });

  test.each(["signed-out", "challenged", "unreachable", "page-drift", "busy"] as const)(
    "that ends as %s is deleted, and the one in use stays in use",
    async (outcome) => {
      const { id, all, sessions, connect, tryIt, run, told, item } = await stage(
        async () => outcome,
        connected,
      );
      const version = await connect();
      await run(await tryIt());
      expect(await told()).toMatchObject([{ outcome, message: `It ended: ${outcome}.` }]);
      expect(await item("candidate")).toBeUndefined();
      expect(await sessions.open(id)).toEqual({ kind: "opened", session, version });
      expect(await all.get(id)).toMatchObject({ session: "sealed" });
    },
  );

  test("of another account than the one that the history is about is not taken", async () => {
    const { id, sessions, readings, tryIt, run, told, item } = await stage(looked, {
      ...connected,
      account: "/in/somebody-else",
    });
    await run(await tryIt());
    expect(await told()).toMatchObject([
      { outcome: "wrong-account", message: expect.stringContaining("about /in/somebody-else") },
    ]);
    expect(await sessions.open(id)).toEqual({ kind: "none" });
    expect(await readings.get(id)).toBeNull();
    expect(await item("candidate")).toBeUndefined();
  });

  test("is not taken where the member disconnects while it is tried", async () => {
    const { id, all, sessions, tryIt, run, told } = await stage(async (job) => {
      await sessions.remove(id);
      return looked(job);
    });
    await run(await tryIt());
    expect(await told()).toMatchObject([{ outcome: "interrupted" }]);
    expect(await sessions.open(id)).toEqual({ kind: "none" });
    expect(await all.get(id)).toMatchObject({ session: "none" });
  });

  test.each([
    ["is sealed", "approve", 1],
    ["is put into its place", "take", 2],
  ] as const)("is not taken where the member disconnects when it %s", async (_, name, nth) => {
    const { id, all, sessions, tryIt, run, told, item } = await stage();
    const body = await tryIt();
    const disconnect = async () => {
      await sessions.remove(id);
      await all.disconnect(id);
    };
    const disconnecting = before(sessions, name, disconnect, nth);
    await run(body);
    expect(disconnecting.done).toBe(true);
    expect(await told()).toMatchObject([{ outcome: "interrupted" }]);
    expect(await all.get(id)).toMatchObject({ session: "none" });
    for (const sk of ["candidate", "session"]) expect(await item(sk)).toBeUndefined();
  });

  test("whose member disconnects while its worker dies connects nobody when the message comes again", async () => {
    const { id, all, sessions, clock, tryIt, run, told, item } = await stage();
    const body = await tryIt();
    before(all, "sessionSealed", async () => {
      await sessions.remove(id);
      await all.disconnect(id);
    });
    const dying = before(sessions, "forget", async () => {
      throw new Error("power cut");
    });
    await run(body);
    expect(dying.done).toBe(true);
    clock.now = monday + 120_000;
    await run(body);
    expect(await told()).toMatchObject([{ outcome: "interrupted" }]);
    expect(await all.get(id)).toMatchObject({ session: "none" });
    for (const sk of ["candidate", "session"]) expect(await item(sk)).toBeUndefined();
  });

  test("and could not be written down leaves the old one in use, and its sweeps come as before", async () => {
    const { id, all, sessions, connect, clock, tryIt, run, item } = await stage(looked, connected);
    const version = await connect();
    before(all, "sessionSealed", async () => {
      throw new Error("throttled");
    });
    await run(await tryIt());
    expect(await item("candidate")).toBeUndefined();
    expect(await sessions.open(id)).toEqual({ kind: "opened", session, version });
    clock.now = monday + 2 * day;
    await run(JSON.stringify({ kind: "sweep", memberId: id, runId: "r2" }));
    expect((await all.get(id))?.nextSweepAt).toBeGreaterThan(clock.now);
  });

  test("is in use although its worker died right after it was written down", async () => {
    const { id, all, sessions, clock, jobs, tryIt, run, told } = await stage();
    const body = await tryIt();
    const { take } = sessions;
    let alive = true;
    Object.assign(sessions, {
      take: async (memberId: string, version: string) => {
        if (alive && (await all.get(id))?.session === "sealed") throw new Error("power cut");
        return take(memberId, version);
      },
    });
    expect((await run(body)).batchItemFailures).toHaveLength(1);
    alive = false;
    clock.now = monday + 15 * 60_000;
    await run(body);
    expect(jobs).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await sessions.open(id)).toMatchObject({ kind: "opened", session: given });
    expect(await all.get(id)).toMatchObject({ session: "sealed" });
  });

  test("of a member who left before the worker came is deleted, with all that was written after them", async () => {
    const { id, all, errands, jobs, tryIt, run, item, put } = await stage();
    const body = await tryIt();
    const candidate = await item("candidate");
    const [waiting] = await errands.list(id);
    await all.leave(id);
    if (waiting === undefined) throw new Error("it was asked for");
    await errands.begin(id, waiting);
    await put({ ...candidate });
    await run(body);
    expect(jobs).toEqual([]);
    expect(await item("candidate")).toBeUndefined();
    expect(await errands.list(id)).toEqual([]);
  });

  test("is tried once, however often its message comes", async () => {
    const { id, sessions, jobs, tryIt, run, told } = await stage();
    const body = await tryIt();
    await run(body, body);
    await run(body);
    expect(jobs).toHaveLength(1);
    expect(await told()).toMatchObject([{ outcome: "previewed" }]);
    expect(await sessions.open(id)).toMatchObject({ kind: "opened" });
  });

  test("that a worker left lying, who died when all was done, is deleted by the message's next try", async () => {
    const { id, errands, jobs, tryIt, run, clock, item } = await stage();
    const body = await tryIt();
    await errands.end(id, "r1", { kind: "ended", at: monday, outcome: "previewed", message: "" });
    await run(body);
    expect(await item("candidate")).toBeDefined();
    clock.now = monday + 120_000;
    await run(body);
    expect(await item("candidate")).toBeUndefined();
    expect(jobs).toEqual([]);
  });

  test("whose message comes twice at once is tried once, and stays", async () => {
    const { id, all, sessions, jobs, tryIt, run } = await stage();
    const body = await tryIt();
    await Promise.all([run(body), run(body)]);
    expect(jobs).toHaveLength(1);
    expect(await sessions.open(id)).toMatchObject({ kind: "opened" });
    expect(await all.get(id)).toMatchObject({ session: "sealed" });
  });

  test("of a member who leaves while it is tried is gone with them", async () => {
    const { id, all, sessions, tryIt, run, told, item } = await stage(async (job) => {
      await all.leave(id);
      return looked(job);
    });
    expect(await run(await tryIt())).toEqual({ batchItemFailures: [] });
    expect(await sessions.open(id)).toEqual({ kind: "none" });
    for (const sk of ["candidate", "session", "reading", "member"]) expect(await item(sk)).toBeUndefined();
    expect(await told()).toEqual([]);
  });

  test("reaches no log, not even through the fault that ended its trial; the member is told that it was ours", async () => {
    const { lines, tryIt, run, told, item } = await stage(async (job) => {
      job.log.info("what the browser said", { jar: given });
      throw new Error(`navigation with li_at=${given.cookies[0]?.value} failed`);
    });
    expect(await run(await tryIt())).toEqual({ batchItemFailures: [] });
    expect(JSON.stringify(lines)).toContain("navigation with");
    expect(JSON.stringify(lines)).not.toContain("givenvalue");
    expect(lines.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(await told()).toMatchObject([
      {
        outcome: "interrupted",
        message: "It could not be tried, which is our fault. Nothing of it was kept.",
      },
    ]);
    expect(await item("candidate")).toBeUndefined();
  });
});
