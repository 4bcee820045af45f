import * as fc from "fast-check";
import { expect, test } from "vitest";
import { curve } from "../../../src/web/pages/charts/curve.ts";
import { histogram } from "../../../src/web/pages/charts/histogram.ts";

const text = {
  id: "ages",
  title: "How old they are",
  description: "Most are young.",
  caption: "Pale: not due",
  heads: ["Days", "Invitations"],
} as const;

test("a chart has a name, a description and the same numbers as a table", async () => {
  const drawn = String(
    await histogram(text, [
      { label: "0–6", count: 3, soft: true },
      { label: "7–13", count: 148 },
    ]),
  );
  expect(drawn).toContain('role="img" aria-labelledby="ages-title ages-text"');
  expect(drawn).toContain('<title id="ages-title">How old they are</title>');
  expect(drawn).toContain('<th scope="row">7–13</th><td>148</td>');
  expect(drawn).toContain('class="bar soft"');
});

test("no chart has a style or a script of its own, and what is drawn lies inside its picture", async () => {
  const counts = fc.array(fc.nat(30_000), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(counts, async (all) => {
      const bars = all.map((count, i) => ({ label: String(i), count }));
      const points = all.map((count, x) => ({ x, share: count / 30_000 }));
      const mark = { x: 30, label: "here" };
      for (const chart of [histogram(text, bars), curve({ ...text, unit: "days", mark }, points)]) {
        const drawn = String(await chart);
        expect(drawn).not.toMatch(/style|script|NaN|Infinity|undefined/);
        const [, , width = 0, height = 0] =
          /viewBox="([^"]*)"/.exec(drawn)?.[1]?.split(" ").map(Number) ?? [];
        for (const [, x] of drawn.matchAll(/ x[12]?="([^"]*)"/g)) expect(Number(x)).toSatisfy(within(width));
        for (const [, y] of drawn.matchAll(/ y[12]?="([^"]*)"/g)) expect(Number(y)).toSatisfy(within(height));
        for (const [, high] of drawn.matchAll(/ height="([^"]*)"/g))
          expect(Number(high)).toSatisfy(within(height));
      }
    }),
  );
});

test("somebody is seen, however few they are beside the others", async () => {
  const drawn = String(
    await histogram(text, [
      { label: "old", count: 30_000 },
      { label: "new", count: 1 },
      { label: "none", count: 0 },
    ]),
  );
  const heights = [...drawn.matchAll(/<rect[^>]* height="([^"]*)"/g)].map(([, high]) => Number(high));
  expect(heights[1]).toBeGreaterThanOrEqual(2);
  expect(heights[2]).toBe(0);
});

test("a curve says where the member's own number lies on it", async () => {
  const points = [
    { x: 0, share: 0 },
    { x: 19, share: 0.97 },
    { x: 25, share: 1 },
  ];
  const drawn = String(
    await curve({ ...text, unit: "days", mark: { x: 30, label: "you withdraw at 30" } }, points),
  );
  expect(drawn).toContain("you withdraw at 30");
  // From nobody at 0, to everybody at the end of the axis.
  expect(drawn).toMatch(/class="line" d="M46 180L46 180L.*L390 30"/);
  expect(drawn).toContain('<th scope="row">19</th><td>97 %</td>');
});

function within(most: number) {
  return (value: number) => value >= 0 && value <= most;
}
