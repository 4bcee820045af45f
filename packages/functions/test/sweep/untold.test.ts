import { dashboardOf } from "@lapse/core/dashboard/dashboard";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/digest/problem.ts";
import { problemUntold } from "../../src/digest/toldByRecord.ts";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { before } from "../support/before.ts";
import { monday } from "../support/member.ts";
import { looked, stages } from "./stage.ts";

const stage = stages();
const due = { nextSweepAt: monday };
const message = (memberId: string) => JSON.stringify({ kind: "sweep", memberId, runId: "r1" });

describe("What a sweep found that needs the member", () => {
  test.each(["belt", "signed-out", "challenged", "wrong-account", "blocked"] as const)(
    "is in their record from the end of the sweep on, as %s, until they were told",
    async (outcome) => {
      const { id, all, ledgerOf, connect, run } = await stage(async () => outcome, due);
      await connect();
      // Nobody tells, as when the worker dies here.
      await run(message(id));
      const member = await all.get(id);
      expect(member).toMatchObject({ untoldSince: monday });
      expect(member !== null && problemUntold(member, monday)).toBe(true);
      await tellProblem(id, {
        ...{ members: all, ledgerOf, now: () => monday, newRunId: () => "r2" },
        ...{ mailer: { send: async () => ({ kind: "sent" }) }, webOrigin: "https://lapse.example.org" },
      });
      expect(await all.get(id)).toMatchObject({ untoldSince: null });
    },
  );

  test.each(["done", "nothing-due", "capped", "unreachable", "page-drift", "unverified", "busy"] as const)(
    "is nothing after %s, so that the search for due digests costs nothing",
    async (outcome) => {
      const { id, all, connect, run } = await stage(async () => outcome, due);
      await connect();
      await run(message(id));
      expect(await all.get(id)).toMatchObject({ untoldSince: null });
    },
  );

  test("is in their record as well where the worker died between the session's end and the member's", async () => {
    const { id, all, sessions, connect, run } = await stage(looked, due);
    const version = await connect();
    await sessions.retire(id, version);
    await run(message(id));
    expect(await all.get(id)).toMatchObject({ session: "out-of-use", untoldSince: monday });
  });

  test("is that the session is gone, where connecting another one died after it took the place of the first", async () => {
    const { id, all, sessions, ledgerOf, connect, run, jobs, clock } = await stage(looked, due);
    await connect();
    clock.now = monday + 3_600_000;
    // The process is killed here, before the record names it.
    await sessions.useProfile(id);
    expect(await run(message(id))).toEqual({ batchItemFailures: [] });
    expect(jobs).toEqual([]);
    expect(await all.get(id)).toMatchObject({ session: "out-of-use", untoldSince: clock.now });
    const subjects: string[] = [];
    const send = async ({ subject }: Mail): Promise<MailOutcome> => {
      subjects.push(subject);
      return { kind: "sent" };
    };
    const ports = { members: all, ledgerOf, now: () => clock.now, newRunId: () => "r2", mailer: { send } };
    expect(await tellProblem(id, { ...ports, webOrigin: "https://lapse.example.org" })).toBe("sent");
    expect(subjects).toEqual(["LinkedIn signed us out"]);
    const member = await all.get(id);
    if (member === null) throw new Error("the member is gone");
    const { status } = dashboardOf({
      ...{ member, events: await ledgerOf(id).read(), reading: null, errands: [], now: clock.now },
    });
    expect(status).toMatchObject({
      ...{ name: "failing", to: "connect", sentence: expect.stringContaining("connect again") },
    });
    // Nothing is due any more, and it is not said again.
    await run(message(id));
    expect((await ledgerOf(id).read()).filter(({ kind }) => kind === "sweep-ended")).toHaveLength(1);
  });

  test("is nothing where the other session is in use by the time that the first is found gone", async () => {
    const { id, all, sessions, ledgerOf, connect, run } = await stage(looked, due);
    await connect();
    const version = await sessions.useProfile(id);
    const named = { firstSweepAt: monday, connectedAt: monday, account: "/in/ada-example" };
    const naming = before(sessions, "connection", () => all.sessionSealed(id, version, named));
    expect(await run(message(id))).toEqual({ batchItemFailures: [] });
    expect(naming.done).toBe(true);
    expect(await all.get(id)).toMatchObject({ session: "sealed", untoldSince: null });
    expect(await ledgerOf(id).read()).toEqual([]);
  });

  test("is that the session is gone in the next run, too, where the first could not write it into the record", async () => {
    const { id, all, sessions, ledgerOf, connect, run } = await stage(looked, due);
    await connect();
    await sessions.useProfile(id);
    before(all, "sessionRetired", () => Promise.reject(new Error("slow down")));
    expect((await run(message(id))).batchItemFailures).toHaveLength(1);
    expect(await all.get(id)).toMatchObject({ session: "sealed" });
    expect(await run(message(id))).toEqual({ batchItemFailures: [] });
    expect(await all.get(id)).toMatchObject({ session: "out-of-use", untoldSince: monday });
    expect((await ledgerOf(id).read())[0]).toMatchObject({ kind: "sweep-ended", outcome: "signed-out" });
  });
});
