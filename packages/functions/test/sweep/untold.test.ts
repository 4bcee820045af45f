import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/digest/problem.ts";
import { problemUntold } from "../../src/digest/toldByRecord.ts";
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
});
