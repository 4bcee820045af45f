import { openMemberTab } from "@lapse/browser/memberTab";
import { takeReport } from "@lapse/core/linkedin/report/take";
import { reportText } from "@lapse/core/linkedin/report/text";
import { startVisit } from "@lapse/core/sweep/start";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serving, writtenPages } from "./doctor/pages.ts";

let site: Awaited<ReturnType<typeof serving>>;
let browser: Awaited<ReturnType<typeof openMemberTab>>;

beforeAll(async () => {
  site = await serving();
  browser = await openMemberTab(site.origin, { cookies: [{ name: "li_at", value: "a-cookie" }] });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("A report of a page in a real browser", () => {
  test("holds nothing that a person wrote, wherever in the page it stood", async () => {
    const wish = { site: site.origin, startedAt: systemClock.now(), budgetMs: 600_000 };
    const around = { clock: systemClock, signal: new AbortController().signal };
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(writtenPages, async ({ html, personal }) => {
        site.show(html);
        await browser.tab.open(`${site.origin}/mynetwork/invitation-manager/sent/`, 10_000);
        const report = await takeReport(startVisit(around, wish, browser.tab), null);
        rows += report.rows;
        expect(report.skeleton).toMatch(/^html\[lang\] > body/);
        const told = reportText(report) + JSON.stringify(report);
        expect(personal.filter((word) => told.includes(word))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(rows).toBeGreaterThan(0);
  });
});
