import { readFileSync } from "node:fs";
import { join } from "node:path";
import { always, on } from "@lapse/replica/replica";
import { afterEach, describe, expect, test } from "vitest";
import { named, people, person, type Scene, scene, withdrawnNames } from "../sweep/kit.ts";
import { from, ignoredNames, ignoring, strangers, violations } from "./kit.ts";

let here: Scene;
afterEach(async () => {
  expect(violations(here)).toEqual([]);
  expect(here.member.received.accepted()).toEqual([]);
  await here.close();
});

const sent = [person("Cy Old", 50)];
const four = () => strangers(4, (i) => 40 + 20 * i);
const ledger = () =>
  readFileSync(join(here.folder, "data", "ledger.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; invitation?: { name: string; direction?: string } });

async function sweepWith(faults: Parameters<Scene["faults"]>[0], ...options: string[]) {
  here = await scene(sent, { received: four() });
  here.policy(ignoring());
  here.faults(faults);
  return here.sweep(...options);
}

describe("ignoring that is refused", () => {
  test("is failed for that one, and the sweep goes on", async () => {
    const { result } = await sweepWith({ ignore: [on(1, "failed-200")] });
    expect(named(result.items, "failed")).toEqual(["Otto 004"]);
    expect(ignoredNames(here)).toEqual(["Otto 003", "Otto 002", "Otto 001"]);
    expect(result.outcome).toBe("done");
  });

  test("three times in a row ends the sweep as page-drift; what was withdrawn stays said", async () => {
    const ran = await sweepWith({ ignore: [always("failed-200")] });
    expect(ran.status).toBe(5);
    expect(named(ran.result.items, "failed")).toHaveLength(3);
    expect(here.replica.journal.ignores()).toHaveLength(3);
    expect(named(ran.result.items, "withdrawn")).toEqual(["Cy Old"]);
    expect(ran.result.message).toContain("1 invitation was withdrawn before this");
  });

  test("by a server that broke: nothing changed, and a fresh load says so", async () => {
    const { result } = await sweepWith({ ignore: [on(1, "500")] });
    expect(named(result.items, "failed")).toEqual(["Otto 004"]);
    expect(ignoredNames(here)).toEqual(["Otto 003", "Otto 002", "Otto 001"]);
  });

  test("by a challenge stops everything at once", async () => {
    const ran = await sweepWith({ ignore: [on(2, "challenge")] });
    expect(ran.result.outcome).toBe("challenged");
    expect(ran.status).toBe(3);
    expect(named(ran.result.items, "ignored")).toEqual(["Otto 004"]);
    expect(here.replica.journal.ignores()).toHaveLength(2);
  });
});

describe("ignoring that is not proved", () => {
  test("a row that goes while the counter stays is unverified, and the sweep stops there", async () => {
    const ran = await sweepWith({ ignore: [always("gone-no-pill")] });
    expect(ran.result.outcome).toBe("unverified");
    expect(ran.status).toBe(6);
    expect(named(ran.result.items, "unverified")).toEqual(["Otto 004"]);
    expect(here.replica.journal.ignores()).toHaveLength(1);
    expect(ran.result.message).toContain("Look at your Received list");
  });

  test("an invitation that is back on a fresh load is unverified", async () => {
    const ran = await sweepWith({ ignore: [on(1, "not-really")] });
    expect(ran.result.outcome).toBe("unverified");
    expect(named(ran.result.items, "unverified")).toEqual(["Otto 004"]);
    expect(named(ran.result.items, "ignored")).toEqual(["Otto 001", "Otto 002", "Otto 003"]);
  });

  test("no answer, ever: unverified, and counted against the day's cap", async () => {
    const { result } = await sweepWith({ ignore: [on(1, "never")] });
    expect(result.outcome).toBe("unverified");
    expect(named(result.items, "unverified")).toEqual(["Otto 004"]);
  }, 90_000);
});

describe("a control that does not work yet, or ever", () => {
  test("is waited for while the page comes alive", async () => {
    await sweepWith({ hydrationMs: 1_500 });
    expect(ignoredNames(here)).toHaveLength(4);
  });

  test("is failed where it stays dead; the link under it is never followed", async () => {
    const { result } = await sweepWith({ deadControls: ["otto-004"] });
    expect(named(result.items, "failed")).toEqual(["Otto 004"]);
    expect(ignoredNames(here)).toEqual(["Otto 003", "Otto 002", "Otto 001"]);
    expect(here.replica.journal.entries.filter((entry) => entry.path.startsWith("/feed"))).toEqual([]);
  }, 60_000);
});

describe("a list that is not understood", () => {
  test("a counter that contradicts it is page-drift; nobody is ignored, and the sent side is kept", async () => {
    here = await scene(
      people(6, (i) => 10 + 10 * i),
      { received: four() },
    );
    here.policy(ignoring());
    // Right on the Sent list until three are withdrawn, wrong on the Received list.
    here.faults({ pill: { number: 6 } });
    const ran = await here.sweep("--preview");
    expect(ran.result.outcome).toBe("page-drift");
    expect(ran.result.items).toHaveLength(10);
    expect(here.replica.journal.ignores()).toEqual([]);
  }, 60_000);

  test("a wall on the Received list is that wall, and the sent side's results are kept", async () => {
    here = await scene(sent, { received: four() });
    here.policy(ignoring());
    // The first two loads are the Sent list and its fresh load after the withdrawal.
    here.faults({ page: [on(3, "checkpoint")] });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("challenged");
    expect(withdrawnNames(here.member)).toEqual(["Cy Old"]);
    expect(named(ran.result.items, "withdrawn")).toEqual(["Cy Old"]);
    expect(here.replica.journal.ignores()).toEqual([]);
  });
});

describe("the ledger", () => {
  test("has the intent before the click, and the side of each", async () => {
    await sweepWith({});
    const told = ledger().filter(({ invitation }) => invitation?.direction === "received");
    expect(told.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => ["intent", "ignored"]).flat(),
    );
  });

  test("a sweep that was killed at the click is settled by the Received list, not by the Sent one", async () => {
    here = await scene([], { received: [from("Otto 001", 90)] });
    here.policy(ignoring());
    here.faults({ ignore: [on(1, "never")] });
    const running = here.start();
    while (here.replica.journal.ignores().length === 0) await new Promise((done) => setTimeout(done, 50));
    running.kill("SIGKILL");
    await running.ended;
    const { result } = await here.sweep();
    const settled = ledger().filter(({ kind }) => kind === "reconciled");
    expect(settled).toMatchObject([{ found: "still-pending", invitation: { direction: "received" } }]);
    expect(named(result.items, "ignored")).toEqual(["Otto 001"]);
  });
});
