import type { Context } from "aws-lambda";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emfMetrics } from "../../src/metrics/emf.ts";
import { type MetricName, metricUnits } from "../../src/metrics/metrics.ts";
import { observed } from "../../src/metrics/observed.ts";
import { written } from "../support/written.ts";

const called = (awsRequestId: string) => ({ awsRequestId }) as Context;
const isMetrics = (line: Record<string, unknown>) => "_aws" in line;

test("each line names its invocation, and what was counted is written once, at its end", async () => {
  const lines = await written(async () => {
    const { log, metrics, entry } = observed("dispatch", "pr-1");
    const run = log.with({ runId: "r1" });
    const handler = entry(async (count: number) => {
      run.info("a line");
      for (let i = 0; i < count; i++) metrics.add("SweepsDispatched", 1);
      log.with({ memberId: "m1" }).warn("another");
      return count;
    });
    expect(await handler(2, called("first"))).toBe(2);
    expect(await handler(0, called("second"))).toBe(0);
  });
  expect(lines.map((line) => line["requestId"] ?? "metrics")).toEqual([
    ...["first", "first", "metrics", "second", "second"],
  ]);
  expect(lines[0]).toMatchObject({ message: "a line", service: "dispatch", runId: "r1" });
  // Exactly these: nothing of a member can be in it.
  expect(lines[2]).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: "Lapse",
          Dimensions: [["service", "stage"]],
          Metrics: [{ Name: "SweepsDispatched", Unit: "Count" }],
        },
      ],
    },
    service: "dispatch",
    stage: "pr-1",
    SweepsDispatched: [1, 1],
  });
});

test("what was counted before a fault is written, and the fault goes on to Lambda", async () => {
  const lines = await written(async () => {
    const { metrics, entry } = observed("sweep", "production");
    const handler = entry(async () => {
      metrics.add("SweepsFailed", 1);
      throw new Error("the table is gone");
    });
    await expect(handler({}, called("first"))).rejects.toThrow("the table is gone");
  });
  expect(lines.filter(isMetrics)).toMatchObject([{ service: "sweep", stage: "production", SweepsFailed: 1 }]);
});

test("counting never throws, and adds up to what was counted, however much it is", async () => {
  const names = Object.keys(metricUnits) as MetricName[];
  const counted = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.nat(), fc.constant(Number.NaN))), {
    maxLength: 300,
  });
  await fc.assert(
    fc.asyncProperty(counted, async (adds) => {
      const lines = await written(async () => {
        const metrics = emfMetrics("sweep", "production");
        for (const [name, value] of adds) metrics.add(name, value);
        metrics.flush();
        metrics.flush();
      });
      for (const name of names) {
        const values = lines.flatMap((line) => (name in line ? [line[name]].flat() : []));
        const wanted = adds.flatMap(([each, value]) =>
          each === name && !Number.isNaN(value) ? [value] : [],
        );
        expect(values.toSorted()).toEqual(wanted.toSorted());
      }
    }),
    { numRuns: 30 },
  );
});
