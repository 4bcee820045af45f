import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOf, dayMs, hourMs, minuteMs } from "../src/invitation/age.ts";
import { english } from "../src/layouts/strings/en.ts";
import { ageLabel } from "../src/layouts/strings/table.ts";

const label = (ms: number) => ageLabel(ageOf(ms), english);

describe("the age on a row", () => {
  it.each([
    [15 * minuteMs, "Sent 15 minutes ago"],
    [hourMs, "Sent 1 hour ago"],
    [11 * hourMs, "Sent 11 hours ago"],
    [27 * hourMs, "Sent yesterday"],
    [3 * dayMs, "Sent 3 days ago"],
    [7 * dayMs, "Sent 1 week ago"],
    [21 * dayMs - minuteMs, "Sent 2 weeks ago"],
    [21 * dayMs + minuteMs, "Sent 3 weeks ago"],
    [30 * dayMs - hourMs, "Sent 4 weeks ago"],
    [30 * dayMs + hourMs, "Sent 1 month ago"],
    [60 * dayMs - hourMs, "Sent 1 month ago"],
    [184 * dayMs, "Sent 6 months ago"],
    [400 * dayMs, "Sent 1 year ago"],
  ])("of %d ms reads %s", (ms, text) => expect(label(ms)).toBe(text));

  it("never says more than has passed", () => {
    const unitMs = { now: 0, minute: minuteMs, hour: hourMs, yesterday: dayMs, day: dayMs };
    const longer = { week: 7 * dayMs, month: 28 * dayMs, year: 365 * dayMs };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 * dayMs }), (ms) => {
        const { unit, count } = ageOf(ms);
        expect({ ...unitMs, ...longer }[unit] * count).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it("has no word that another language could not replace", () => {
    const source = readFileSync(new URL("../src/layouts/v6/row.ts", import.meta.url), "utf8");
    expect(source).not.toMatch(/Sent|Withdraw invitation|>Withdraw/);
  });
});
