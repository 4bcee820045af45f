import type { SweepItem, SweepOutcome, SweepResult } from "@lapse/core/sweep/result";
import { expect, test } from "vitest";
import { measured } from "../../src/sweep/measured.ts";
import type { SweepJob } from "../../src/sweep/port.ts";
import { monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";
import { connected, stages } from "./stage.ts";

const stage = stages();

function resultOf(outcome: SweepOutcome, states: readonly SweepItem["state"][] = []): SweepResult {
  const items = states.map((state) => ({ state }) as SweepItem);
  return { outcome, items, message: "", pending: null, read: 0, startedAt: "", endedAt: "" };
}

async function counted(result: SweepResult) {
  let now = monday;
  const kept = keptMetrics();
  const perform = async () => {
    now += 1_234;
    return result;
  };
  await measured(perform, kept.metrics, () => now)({} as SweepJob);
  return kept.counted;
}

test.each<[SweepOutcome, object]>([
  ["done", {}],
  ["out-of-time", {}],
  ["signed-out", {}],
  ["wrong-account", {}],
  ["page-drift", { PageDrift: [1] }],
  ["challenged", { Challenged: [1] }],
  ["blocked", { Challenged: [1] }],
  ["rate-limited", { Challenged: [1] }],
])("a run that ends as %s is one run and its time, and %j", async (outcome, also) => {
  expect(await counted(resultOf(outcome))).toEqual({ SweepsEnded: [1], SweepTime: [1_234], ...also });
});

test("what is proved and what is not is counted, also of a run that was interrupted", async () => {
  const states = ["withdrawn", "withdrawn", "unverified", "failed", "kept", "ignored"] as const;
  expect(await counted(resultOf("interrupted", states))).toEqual({ Withdrawn: [2], Unverified: [1] });
  for (const outcome of ["busy", "paused"] as const) expect(await counted(resultOf(outcome))).toEqual({});
});

test("a fault of ours is counted once, in a sweep and in an errand, and a message that is none of ours as well", async () => {
  const { id, counted, connect, ask, run } = await stage(
    async () => {
      throw new Error("browser is gone");
    },
    { ...connected, nextSweepAt: monday },
  );
  await connect();
  await run(JSON.stringify({ kind: "sweep", memberId: id, runId: "r1" }));
  expect(counted).toEqual({ SweepsFailed: [1] });
  await run(await ask({ kind: "look", memberId: id, runId: "r2" }));
  await run("{poison");
  expect(counted).toEqual({ SweepsFailed: [1, 1, 1] });
});
