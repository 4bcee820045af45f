import type { StopSwitch } from "@lapse/functions/store/stopSwitch";
import { makePerformSweep } from "@lapse/functions/sweep/perform";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectSession } from "../packages/functions/src/connect/connectSession.ts";
import { testDatabase } from "../packages/functions/test/support/database.ts";
import { aMember } from "../packages/functions/test/support/member.ts";
import { testSealer } from "../packages/functions/test/support/sealer.ts";
import { worker } from "../packages/functions/test/support/worker.ts";
import { person, type Scene, scene, withdrawnNames } from "./sweep/kit.ts";

let here: Scene;
const database = testDatabase();
beforeAll(async () => {
  here = await scene([
    person("Cy Fresh", 3),
    ...[50, 60, 70, 80].map((days) => person(`Aged ${days}`, days)),
  ]);
});
afterAll(() => here.close());

/** A worker with a real browser for Ada, who is due; `stopAt` stops everything right before the switch is asked that often. */
async function stage() {
  const table = await database.table();
  let [asked, stopAt] = [0, 0];
  let real: StopSwitch | undefined;
  const made = worker(
    table,
    await testSealer(),
    makePerformSweep({
      ...{ site: here.replica.origin, clock: systemClock, random: () => 0.5, paceMs: 0 },
      signal: new AbortController().signal,
      stopSwitch: {
        get: async () => {
          if (++asked === stopAt) await real?.set("now");
          return (await real?.get()) ?? null;
        },
      },
    }),
  );
  real = made.stop;
  const { all, clock, stop, ledgerOf, errands, ask, run } = made;
  clock.now = systemClock.now();
  await all.add(aMember("ada"));
  await all.changePolicy("ada", (policy) => ({ ...policy, noticeDays: 0 }));
  const session = { ...here.member.mintSession(), member: "/in/ada-sender" };
  await connectSession("ada", session, { members: all, sessions: made.sessions, now: () => clock.now });
  await all.start("ada", clock.now, clock.now);
  const at = clock.now;
  await ledgerOf("ada").append({ kind: "confirmed", due: 5, at, run: "r0", account: null });
  /** How the run ended, and what was clicked on the site meanwhile. */
  const stopped = async (at: number, body: string) => {
    [asked, stopAt] = [0, at];
    await stop.clear();
    const before = here.replica.journal.clicks.length;
    expect(await run(body)).toEqual({ batchItemFailures: [] });
    return here.replica.journal.clicks.slice(before).map(({ control }) => control);
  };
  const sweep = (stopAt: number, runId: string) =>
    stopped(stopAt, JSON.stringify({ kind: "sweep", memberId: "ada", runId }));
  const ended = async () => (await ledgerOf("ada").read()).findLast(({ kind }) => kind === "sweep-ended");
  return { all, ledgerOf, errands, ask, stop, stopped, sweep, ended };
}

/** Of a sweep: before its browser, before its list, and four times for each withdrawal: before it, and before each click. */
const asks = { browser: 1, list: 2, confirm: 6, second: 7, secondRow: 8 };

test("a stop between two clicks lets the first come to its proof and prevents every other, wherever it falls", async () => {
  const { all, ledgerOf, errands, ask, stop, stopped, sweep, ended } = await stage();
  expect(await sweep(asks.browser, "r1")).toEqual([]);
  expect(await ended()).toBeUndefined();
  expect(await sweep(asks.list, "r2")).toEqual([]);
  expect(await ended()).toMatchObject({ outcome: "interrupted", read: 0 });

  // In the last instant: the intent is written, the dialog stands open.
  expect(await sweep(asks.confirm, "r3")).not.toContain("confirm");
  expect(withdrawnNames(here.member)).toEqual([]);

  expect((await sweep(asks.second, "r4")).filter((control) => control === "confirm")).toHaveLength(1);
  expect(withdrawnNames(here.member)).toEqual(["Aged 80"]);
  expect(await ended()).toMatchObject({
    outcome: "interrupted",
    counts: { withdrawn: 1 },
    message:
      "1 invitation was withdrawn; whoever runs Lapse has stopped everything for now, and the next sweep goes on from here; nobody has to act.",
  });
  expect((await sweep(asks.secondRow, "r5")).filter((control) => control === "confirm")).toHaveLength(1);
  expect(withdrawnNames(here.member).toSorted()).toEqual(["Aged 70", "Aged 80"]);
  // Neither is told to do anything, nor does the stop count as the session's fault.
  expect(await all.get("ada")).toMatchObject({ session: "sealed" });

  // On a person's own page: before the browser, before the page, before Pending, before the intent, before the click.
  await stop.clear();
  const errand = { kind: "withdraw", memberId: "ada", runId: "r6", profile: "/in/aged-60" } as const;
  expect(await stopped(5, await ask(errand))).not.toContain("confirm");
  expect((await errands.list("ada"))[0]?.state).toMatchObject({
    outcome: "interrupted",
    message: "Nothing was withdrawn: whoever runs Lapse has stopped everything for now. Start it again.",
  });
  expect(withdrawnNames(here.member)).toHaveLength(2);

  // Once it is lifted the rest goes, and what was open at a stop is settled as not done.
  await sweep(0, "r7");
  expect(withdrawnNames(here.member).toSorted()).toEqual(["Aged 50", "Aged 60", "Aged 70", "Aged 80"]);
  expect(await ended()).toMatchObject({ outcome: "done" });
  const settled = (await ledgerOf("ada").read()).filter(({ kind }) => kind === "reconciled");
  expect(settled).toMatchObject([{ found: "still-pending" }, { found: "still-pending" }]);
  expect(here.replica.journal.violations()).toEqual([]);
});
