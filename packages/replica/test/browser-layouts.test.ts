import { describe, expect, it } from "vitest";
import { browserVisit } from "./browser-visit.ts";
import { type Sight, sights } from "./layouts.ts";
import { pendingAt } from "./visit.ts";

const v = browserVisit();
const count = (selector: string) => v.page.$$eval(selector, (found) => found.length);
const shows = (selector: string, n: number) =>
  v.page.waitForFunction(`document.querySelectorAll(${JSON.stringify(selector)}).length === ${n}`);

async function texts({ rows }: Sight, inside: string): Promise<string[]> {
  return v.page.$$eval(
    rows,
    (found, selector) =>
      found.map((row) => (row.querySelector(selector)?.textContent ?? "?").replaceAll("\u00a0", " ").trim()),
    inside,
  );
}

/** Everything that there is, as a person brings it onto the page. */
async function loadAll(sight: Sight, all: number): Promise<void> {
  for (let shown = 10; shown < all; shown = Math.min(all, shown + 10)) {
    if (sight.more === null) await v.scrollToEnd();
    else await v.click(sight.more);
    await shows(sight.rows, Math.min(all, shown + 10));
  }
}

describe.each(sights.filter(({ layout }) => layout !== "V3b"))("the page of $layout", (sight) => {
  it("shows who was invited when, ten at first and all in the end", async () => {
    v.member.faults.layout = sight.layout;
    await v.open();
    expect(await count(sight.rows)).toBe(10);
    expect(await v.text(sight.counter)).toBe("People (23)");
    await loadAll(sight, 23);
    expect(await texts(sight, sight.name)).toEqual(v.member.pending().map(({ name }) => name));
    for (const age of await texts(sight, sight.age)) expect(age).toMatch(/^Sent (yesterday|\d+ \w+ ago)$/);
    expect(v.replica.journal.violations()).toEqual([]);
  });
});

describe.each(sights)("a withdrawal on the page of $layout", (sight) => {
  it("is the server's too, and no one else's", async () => {
    v.member.faults.layout = sight.layout;
    const { id } = pendingAt(v.member, 2);
    await v.open();
    const before = await count(sight.rows);
    await v.click(`${sight.rows} ${sight.withdraw}`, 2);
    await v.appears(sight.confirm);
    await v.click(sight.confirm);
    await v.appears(sight.toast);
    expect([await count(sight.rows), await v.text(sight.counter)]).toEqual([before - 1, "People (22)"]);
    expect(v.member.withdrawn().map((withdrawn) => withdrawn.id)).toEqual([id]);
    expect(v.replica.journal.withdrawals()).toMatchObject([{ ids: [id], outcome: "withdrawn", status: 200 }]);
    await expect
      .poll(() => v.replica.journal.clicks.map(({ control }) => control))
      .toEqual(["withdraw", "confirm"]);
    const fetched = ["V6", "V5-V6"].includes(sight.layout);
    expect(v.replica.journal.dialogs()).toHaveLength(fetched ? 1 : 0);
    expect(v.replica.journal.violations()).toEqual([]);
  });

  it("does not happen when it is cancelled", async () => {
    v.member.faults.layout = sight.layout;
    await v.open();
    await v.click(`${sight.rows} ${sight.withdraw}`);
    await v.appears(sight.cancel);
    await v.click(sight.cancel);
    await v.page.waitForSelector(sight.cancel, { hidden: true });
    expect(v.member.pendingCount).toBe(23);
    await expect
      .poll(() => v.replica.journal.clicks.map(({ control }) => control))
      .toEqual(["withdraw", "cancel"]);
  });

  it("that fails leaves the row, and says so", async () => {
    v.member.faults.layout = sight.layout;
    v.member.faults.withdraw = [{ fault: "failed-200" }];
    await v.open();
    const before = await count(sight.rows);
    await v.click(`${sight.rows} ${sight.withdraw}`);
    await v.appears(sight.confirm);
    await v.click(sight.confirm);
    await v.appears(sight.toast);
    expect([await count(sight.rows), await v.text(sight.counter)]).toEqual([before, "People (23)"]);
    expect(await v.text(sight.toast)).toContain("Failed to withdraw invitation");
    expect(v.member.pendingCount).toBe(23);
  });
});

const older = sights.filter(({ layout }) => ["V5-button", "V4", "V3b"].includes(layout));

describe.each(older)("a withdrawal that goes wrong on the page of $layout", (sight) => {
  it.each([
    ["429", 0, "People (23)", "Something went wrong"],
    ["dropped", 0, "People (23)", "Something went wrong"],
    ["gone-no-pill", 1, "People (23)", "Invitation withdrawn"],
    ["somebody-else-goes", 2, "People (22)", "Invitation withdrawn"],
    ["not-really", 1, "People (22)", "Invitation withdrawn"],
  ] as const)("with %s loses %d rows, counts %s and says %s", async (fault, lost, counted, said) => {
    v.member.faults.layout = sight.layout;
    v.member.faults.withdraw = [{ fault }];
    await v.open();
    const before = await count(sight.rows);
    await v.click(`${sight.rows} ${sight.withdraw}`);
    await v.appears(sight.confirm);
    await v.click(sight.confirm);
    await v.appears(sight.toast);
    expect([before - (await count(sight.rows)), await v.text(sight.counter)]).toEqual([lost, counted]);
    expect(await v.text(sight.toast)).toContain(said);
  });

  it("ends at the challenge", async () => {
    v.member.faults.layout = sight.layout;
    v.member.faults.withdraw = [{ fault: "challenge" }];
    await v.open();
    await v.click(`${sight.rows} ${sight.withdraw}`);
    await v.appears(sight.confirm);
    await v.click(sight.confirm);
    await v.appears("#captcha-internal");
    expect(v.page.url()).toBe(`${v.replica.origin}/checkpoint/challenge/`);
  });
});
