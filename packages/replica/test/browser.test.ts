import { launchBrowser, type RunningBrowser } from "@lapse/browser/launch";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { always, on, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, pendingAt, sentPath } from "./visit.ts";

let running: RunningBrowser;
let page: Awaited<ReturnType<RunningBrowser["browser"]["newPage"]>>;
let replica: Replica;
let member: ReplicaMember;

beforeAll(async () => {
  running = await launchBrowser({ loopbackOnly: true });
});
afterAll(() => running.close());
beforeEach(async () => {
  replica = await startReplica({ bench: true });
  member = replica.addMember({ ...ada, generated: { count: 23 } });
  const context = await running.browser.createBrowserContext();
  page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await context.setCookie(
    ...member.mintSession().cookies.map((cookie) => ({ ...cookie, domain: "127.0.0.1", path: "/" })),
  );
});
afterEach(async () => {
  await page.browserContext().close();
  await replica.close();
});

const withdrawControl = '[role=listitem] a[aria-label^="Withdraw invitation sent to "]';
const confirmButton = "dialog[open][data-testid=dialog] footer button:last-child";
const cancelButton = "dialog[open][data-testid=dialog] footer button:first-child";

async function open(hydrated = true): Promise<void> {
  await page.goto(`${replica.origin}${sentPath}`, { waitUntil: "domcontentloaded" });
  if (hydrated) await page.waitForFunction("window.replicaHydrated === true");
}

const rows = () => page.$$eval(withdrawControl, (controls) => controls.length);
const text = (selector: string) => page.$eval(selector, (element) => element.textContent);
const counter = () => text('a[href$="/sent/CONNECTION/"]');
const appears = (selector: string) => page.waitForSelector(selector, { timeout: 5000 });
/** What the page does next comes after everything that the server has been asked until now. */
const settled = () => page.evaluate(() => fetch("/favicon.ico").then(() => undefined));

/** A real click in the middle of the n-th control. */
async function click(selector: string, n = 0): Promise<void> {
  const [control] = (await page.$$(selector)).slice(n, n + 1);
  await control?.click();
}

async function scrollToEnd(): Promise<void> {
  await page.$eval("#workspace", (main) => {
    main.scrollTop = main.scrollHeight;
  });
}

describe("the list in a browser", () => {
  it("loads all rows as main is scrolled", async () => {
    await open();
    expect([await rows(), replica.journal.of("pagination").length]).toEqual([10, 0]);
    for (const loaded of [20, 23]) {
      await scrollToEnd();
      await page.waitForFunction(`document.querySelectorAll('${withdrawControl}').length === ${loaded}`);
    }
    expect(await page.evaluate(() => document.body.scrollHeight === document.body.clientHeight)).toBe(true);
  });

  it("asks three times for a page that fails, then again at the next real scroll", async () => {
    member.faults.pagination = [on(1, "500", 3)];
    await open();
    const failed = () => replica.journal.of("pagination").filter(({ status }) => status === 500).length;
    await scrollToEnd();
    await expect.poll(failed).toBe(3);
    expect(await rows()).toBe(10);
    await page.$eval("#workspace", (main) => main.dispatchEvent(new Event("scroll")));
    await settled();
    expect(replica.journal.of("pagination")).toHaveLength(3);
    await page.$eval("#workspace", (main) => main.scrollBy(0, -50));
    await page.waitForFunction(`document.querySelectorAll('${withdrawControl}').length === 20`);
  });

  it("keeps few rows on the page where it recycles them", async () => {
    member.reset();
    member.faults.virtualised = true;
    await page.setViewport({ width: 1280, height: 500 });
    await open();
    const seen = new Set<string>();
    const most = await collect(seen);
    expect(most).toBeLessThan(23);
    expect(seen.size).toBe(23);
  });

  async function collect(seen: Set<string>): Promise<number> {
    let most = 0;
    for (let step = 0; step < 400 && seen.size < 23; step++) {
      const names = await page.$$eval(`${withdrawControl}`, (controls) =>
        controls.map((c) => c.closest("[role=listitem]")?.querySelector("a")?.getAttribute("href") ?? ""),
      );
      for (const name of names) seen.add(name);
      most = Math.max(most, names.length);
      await page.$eval("#workspace", (main) => main.scrollBy(0, 90));
      await settled();
    }
    return most;
  }
});

describe("a click on Withdraw", () => {
  it("opens the dialog of that person, and confirming withdraws", async () => {
    const { id, name } = pendingAt(member, 2);
    await open();
    await click(withdrawControl, 2);
    await appears(confirmButton);
    expect(await page.$eval("dialog[open]", (dialog) => dialog.hasAttribute("role"))).toBe(false);
    expect(await page.$eval(confirmButton, (button) => button.getAttribute("aria-label"))).toBe(
      `Withdraw invitation sent to ${name}`,
    );
    await click(confirmButton);
    await appears("[data-toast]");
    expect([await rows(), await counter()]).toEqual([9, "People (22)"]);
    expect(member.withdrawn()).toMatchObject([{ id }]);
    expect(replica.journal.violations()).toEqual([]);
  });

  it("changes nothing when it is cancelled", async () => {
    await open();
    await click(withdrawControl);
    await appears(cancelButton);
    await click(cancelButton);
    await page.waitForSelector(cancelButton, { hidden: true });
    expect([await rows(), member.pendingCount]).toEqual([10, 23]);
  });

  it("follows the link to the feed before the page is hydrated", async () => {
    member.faults.hydrationMs = 60_000;
    await open(false);
    await Promise.all([page.waitForNavigation(), click(withdrawControl)]);
    expect(page.url()).toBe(`${replica.origin}/feed/`);
    expect(replica.journal.withdrawClicks()).toMatchObject([{ isTrusted: true, hydrated: false }]);
    expect(replica.journal.dialogs()).toEqual([]);
  });

  it("does nothing when it comes from script or from the Enter key, and the journal knows", async () => {
    await open();
    await page.$eval(withdrawControl, (control) => (control as HTMLElement).click());
    await page.focus(withdrawControl);
    await page.keyboard.press("Enter");
    await settled();
    expect(replica.journal.dialogs()).toEqual([]);
    expect(page.url()).toBe(`${replica.origin}${sentPath}`);
    expect(replica.journal.withdrawClicks()).toMatchObject([{ isTrusted: false, hydrated: true }]);
  });
});

describe("what may lie over the list", () => {
  /** Whether a click in the middle of the n-th control would reach it. */
  const onTop = (n: number) =>
    page.$$eval(
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
    await open();
    expect(await onTop(5)).toBe(true);
  });

  it.each([
    ["the Messaging overlay", { messaging: "covering" }, '[role=dialog] [aria-label="Dismiss"]'],
    ["a cookie banner", { cookieBanner: true }, "[role=alert] button"],
    ["a weekly-limit dialog", { leftoverDialog: "on-load" }, "dialog[open] [aria-label=Dismiss]"],
  ] as const)("is %s, until it is dismissed", async (_what, faults, dismiss) => {
    Object.assign(member.faults, faults);
    await page.setViewport({ width: 1280, height: 500 });
    await open();
    // The banner lies low: the last row cannot be scrolled above it.
    const covered = async () => [await onTop(5), await onTop(9)].includes(false);
    expect(await covered()).toBe(true);
    await click(dismiss);
    expect(await covered()).toBe(false);
  });

  it("is a toast after a withdrawal, where a fault says so", async () => {
    member.faults.toastCovering = true;
    await open();
    await click(withdrawControl);
    await appears(confirmButton);
    await click(confirmButton);
    await appears("[data-toast]");
    expect(await onTop(4)).toBe(false);
  });
});

describe("a withdrawal that goes wrong", () => {
  async function withdrawFirst(): Promise<void> {
    await open();
    await click(withdrawControl);
    await appears(confirmButton);
    await click(confirmButton);
  }

  it.each([
    ["failed-200", 10, "People (23)", "Failed to withdraw invitation"],
    ["toast-error-row-stays", 10, "People (23)", "Something went wrong"],
    ["429", 10, "People (23)", "Something went wrong"],
    ["dropped", 10, "People (23)", "Something went wrong"],
    ["gone-no-pill", 9, "People (23)", "Invitation withdrawn"],
    ["somebody-else-goes", 8, "People (22)", "Invitation withdrawn"],
    ["not-really", 9, "People (22)", "Invitation withdrawn"],
  ] as const)("with %s leaves %d rows, %s and says %s", async (fault, left, counted, said) => {
    member.faults.withdraw = [always(fault)];
    await withdrawFirst();
    await appears("[data-toast]");
    expect([await rows(), await counter()]).toEqual([left, counted]);
    expect(await text("[data-toast] p")).toContain(said);
  });

  it("ends at the challenge", async () => {
    member.faults.withdraw = [always("challenge")];
    await withdrawFirst();
    await appears("#captcha-internal");
    expect(page.url()).toBe(`${replica.origin}/checkpoint/challenge/`);
  });

  it("can jump to the Received tab, where a click on Accept is a violation", async () => {
    member.faults.autoSwitchReceived = [always(true)];
    await withdrawFirst();
    await appears('a[aria-label^="Accept "]');
    expect(page.url()).toBe(`${replica.origin}/mynetwork/invitation-manager/received/`);
    await click('a[aria-label^="Accept "]');
    await expect.poll(() => replica.journal.violations().length).toBe(2);
  });

  it("can leave the dialog open, which eats the next click", async () => {
    member.faults.leftoverDialog = "after-withdrawal";
    await withdrawFirst();
    await appears("[data-toast]");
    await click(withdrawControl, 1);
    await settled();
    expect(replica.journal.dialogs()).toHaveLength(1);
  });
});

it("is given up by the browser when it redirects for ever", async () => {
  member.faults.page = [always("redirectLoop")];
  await expect(open(false)).rejects.toThrow("ERR_TOO_MANY_REDIRECTS");
});

it("has a floor for the benchmarks: the same requests without a page around them", async () => {
  await open();
  const oldest = member.pending().slice(-3);
  const timings = await page.evaluate(
    "window.replicaFloor(3).then(({ read, pages, withdrawMs }) => [read, pages, withdrawMs.length])",
  );
  expect(timings).toEqual([23, 3, 3]);
  expect(member.withdrawn().map(({ id }) => id)).toEqual(oldest.map(({ id }) => id).reverse());
});
