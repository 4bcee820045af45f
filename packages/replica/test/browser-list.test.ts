import { describe, expect, it } from "vitest";
import { always, on } from "../src/replica.ts";
import { browserVisit, confirmButton, withdrawControl } from "./browser-visit.ts";

const v = browserVisit();

describe("the list in a browser", () => {
  it("loads all rows as main is scrolled", async () => {
    await v.open();
    expect([await v.rows(), v.replica.journal.of("pagination").length]).toEqual([10, 0]);
    for (const loaded of [20, 23]) {
      await v.scrollToEnd();
      await v.showsRows(loaded);
    }
    expect(await v.page.evaluate(() => document.body.scrollHeight === document.body.clientHeight)).toBe(true);
  });

  it("asks three times for a page that fails, then again at the next real scroll", async () => {
    v.member.faults.pagination = [on(1, "500", 3)];
    await v.open();
    const failed = () => v.replica.journal.of("pagination").filter(({ status }) => status === 500).length;
    await v.scrollToEnd();
    await expect.poll(failed).toBe(3);
    expect(await v.rows()).toBe(10);
    await v.page.$eval("#workspace", (main) => main.dispatchEvent(new Event("scroll")));
    await v.settled();
    expect(v.replica.journal.of("pagination")).toHaveLength(3);
    await v.page.$eval("#workspace", (main) => main.scrollBy(0, -50));
    await v.showsRows(20);
  });

  it("keeps few rows on the page where it recycles them", async () => {
    v.member.reset();
    v.member.faults.virtualised = true;
    await v.page.setViewport({ width: 1280, height: 500 });
    await v.open();
    const seen = new Set<string>();
    const most = await collect(seen);
    expect(most).toBeLessThan(23);
    expect(seen.size).toBe(23);
  });

  async function collect(seen: Set<string>): Promise<number> {
    let most = 0;
    for (let step = 0; step < 400 && seen.size < 23; step++) {
      const names = await v.page.$$eval(`${withdrawControl}`, (controls) =>
        controls.map((c) => c.closest("[role=listitem]")?.querySelector("a")?.getAttribute("href") ?? ""),
      );
      for (const name of names) seen.add(name);
      most = Math.max(most, names.length);
      await v.page.$eval("#workspace", (main) => main.scrollBy(0, 90));
      await v.settled();
    }
    return most;
  }
});

describe("what may lie over the list", () => {
  /** Whether a click in the middle of the n-th control would reach it. */
  const onTop = (n: number) =>
    v.page.$$eval(
      withdrawControl,
      (controls, index) => {
        const control = controls[index];
        control?.scrollIntoView({ block: "center" });
        const box = control?.getBoundingClientRect();
        const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return hit !== null && hit !== undefined && control?.contains(hit) === true;
      },
      n,
    );

  it("is nothing by default", async () => {
    await v.open();
    expect(await onTop(5)).toBe(true);
  });

  it.each([
    ["the Messaging overlay", { messaging: "covering" }, '[role=dialog] [aria-label="Dismiss"]'],
    ["a cookie banner", { cookieBanner: true }, "[role=alert] button"],
    ["a weekly-limit dialog", { leftoverDialog: "on-load" }, "dialog[open] [aria-label=Dismiss]"],
  ] as const)("is %s, until it is dismissed", async (_what, faults, dismiss) => {
    Object.assign(v.member.faults, faults);
    await v.page.setViewport({ width: 1280, height: 500 });
    await v.open();
    // The banner lies low: the last row cannot be scrolled above it.
    const covered = async () => [await onTop(5), await onTop(9)].includes(false);
    expect(await covered()).toBe(true);
    await v.click(dismiss);
    expect(await covered()).toBe(false);
  });

  it("is a toast after a withdrawal, where a fault says so", async () => {
    v.member.faults.toastCovering = true;
    await v.open();
    await v.click(withdrawControl);
    await v.appears(confirmButton);
    await v.click(confirmButton);
    await v.appears("[data-toast]");
    expect(await onTop(4)).toBe(false);
  });
});

it("is given up by the browser when it redirects for ever", async () => {
  v.member.faults.page = [always("redirectLoop")];
  await expect(v.open(false)).rejects.toThrow("ERR_TOO_MANY_REDIRECTS");
});

it("has a floor for the benchmarks: the same requests without a page around them", async () => {
  await v.open();
  const oldest = v.member.pending().slice(-3);
  const timings = await v.page.evaluate(
    "window.replicaFloor(3).then(({ read, pages, withdrawMs }) => [read, pages, withdrawMs.length])",
  );
  expect(timings).toEqual([23, 3, 3]);
  expect(v.member.withdrawn().map(({ id }) => id)).toEqual(oldest.map(({ id }) => id).reverse());
});
