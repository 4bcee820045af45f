import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { alarmPlans, type Names, type OwnMetric } from "../../infra/watch/alarmPlans.ts";

const names: Names<string> = {
  ...{ stage: "test", configurationSet: "set", table: "table", sweeps: "sweeps", digests: "digests" },
  index: "due",
  functions: {
    ...{ Dispatch: "a", DigestDispatch: "b", Sweep: "c" },
    ...{ Digest: "d", Web: "e", MailEvents: "f" },
  },
  deadLetters: { SweepDead: "g", DigestDead: "h", ScheduleDead: "i", MailEventDead: "j" },
};
const own: OwnMetric<string> = (service, name, stat) => ({
  ...{ namespace: "Lapse", name, stat, dimensions: { service, stage: "test" } },
});
const plans = alarmPlans(names, own);
const page = readFileSync(join(import.meta.dirname, "../../docs/operations.md"), "utf8");

describe("An alarm", () => {
  test.each(plans.map((plan) => [plan.name, plan] as const))(
    "%s says what happened, and the operator's page what to do",
    (name, { says }) => {
      expect(says).toMatch(/^[A-Z].*\.$/);
      const rows = page.split("\n").map((line) => line.split(" | "));
      const [row, ...others] = rows.filter(([alarm]) => alarm?.replace("| ", "").split(", ").includes(name));
      expect(row).toHaveLength(3);
      expect(others).toEqual([]);
      for (const cell of row?.slice(1) ?? []) expect(cell.length).toBeGreaterThan(20);
    },
  );

  test("is named once, and looks back no further than CloudWatch allows: a day, or a week in whole hours", () => {
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
    for (const { name, period, periods } of plans) {
      expect(period % 60, name).toBe(0);
      expect(period * periods, name).toBeLessThanOrEqual(period >= 3_600 ? 7 * 86_400 : 86_400);
    }
  });
});
