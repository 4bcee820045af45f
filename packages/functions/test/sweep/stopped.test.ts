import { describe, expect, test } from "vitest";
import { monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { pages } from "../support/web.ts";
import { stages } from "./stage.ts";

const stage = stages();

describe.each(["sweep", "look", "withdraw"] as const)("a %s that is under way", (kind) => {
  type Stage = Awaited<ReturnType<typeof stage>>;

  /** What such a run may do before and after something happens, and whether its lease still holds. */
  async function during(happens: (made: Stage) => Promise<unknown>) {
    const seen: boolean[] = [];
    const made = await stage(
      async (job) => {
        await job.lease.acquire(job.runId, 60_000);
        seen.push((await job.policyNow()) !== null);
        await happens(made);
        seen.push((await job.policyNow()) !== null, await job.lease.renew(job.runId, 60_000));
        await job.onReading(aReading(3));
        return "done";
      },
      { nextSweepAt: monday },
    );
    await made.connect();
    const asked = { memberId: made.id, runId: "r1" };
    if (kind === "sweep") await made.run(JSON.stringify({ kind, ...asked }));
    else if (kind === "look") await made.run(await made.ask({ kind, ...asked }));
    else await made.run(await made.ask({ kind, ...asked, profile: "/in/person-1" }));
    return { ...made, seen };
  }

  test("may click nothing more once the member disconnects", async () => {
    const { id, all, readings, seen } = await during(async ({ id, table }) => {
      const web = pages(table);
      expect((await web.post("/disconnect", {}, await web.signIn(id))).status).toBe(303);
    });
    expect(seen).toEqual([true, false, false]);
    expect(await all.get(id)).toMatchObject({ session: "none" });
    expect(await readings.get(id)).toBeNull();
  });

  test("stops as well where the member connects another session meanwhile, and does not postpone it", async () => {
    const { id, all, readings, seen } = await during(async ({ id, all }) => {
      const another = { firstSweepAt: monday + 5, connectedAt: monday, account: null };
      await all.sessionSealed(id, "another", another);
    });
    expect(seen).toEqual([true, false, true]);
    expect(await all.get(id)).toMatchObject({ session: "sealed", nextSweepAt: monday + 5 });
    expect(await readings.get(id)).toBeNull();
  });
});
