import { launchBrowser, type RunningBrowser } from "@lapse/browser/launch";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, sentPath } from "./visit.ts";

type Page = Awaited<ReturnType<RunningBrowser["browser"]["newPage"]>>;

export const withdrawControl = '[role=listitem] a[aria-label^="Withdraw invitation sent to "]';
export const confirmButton = "dialog[open][data-testid=dialog] footer button:last-child";
export const cancelButton = "dialog[open][data-testid=dialog] footer button:first-child";

/** A signed-in browser tab on a replica with 23 pending invitations, new for every test of the file. */
export class BrowserVisit {
  page!: Page;
  replica!: Replica;
  member!: ReplicaMember;

  async open(hydrated = true): Promise<void> {
    await this.page.goto(`${this.replica.origin}${sentPath}`, { waitUntil: "domcontentloaded" });
    if (hydrated) await this.page.waitForFunction("window.replicaHydrated === true");
  }

  rows = () => this.page.$$eval(withdrawControl, (controls) => controls.length);
  showsRows = (n: number) =>
    this.page.waitForFunction(`document.querySelectorAll('${withdrawControl}').length === ${n}`);
  text = (selector: string) => this.page.$eval(selector, (element) => element.textContent);
  counter = () => this.text('a[href$="/sent/CONNECTION/"]');
  appears = (selector: string) => this.page.waitForSelector(selector, { timeout: 5000 });
  /** What the page does next comes after everything that the server has been asked until now. */
  settled = () => this.page.evaluate(() => fetch("/favicon.ico").then(() => undefined));

  /** A real click in the middle of the n-th control. */
  async click(selector: string, n = 0): Promise<void> {
    const [control] = (await this.page.$$(selector)).slice(n, n + 1);
    await control?.click();
  }

  async withdrawFirst(): Promise<void> {
    await this.open();
    await this.click(withdrawControl);
    await this.appears(confirmButton);
    await this.click(confirmButton);
  }

  async scrollToEnd(): Promise<void> {
    await this.page.$eval("#workspace", (main) => {
      main.scrollTop = main.scrollHeight;
    });
  }
}

/** Registers the file's hooks; one browser serves all its tests, each in a context of its own. */
export function browserVisit(): BrowserVisit {
  const visit = new BrowserVisit();
  let running: RunningBrowser;
  beforeAll(async () => {
    running = await launchBrowser({ loopbackOnly: true });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    visit.replica = await startReplica({ bench: true });
    visit.member = visit.replica.addMember({ ...ada, generated: { count: 23 } });
    const context = await running.browser.createBrowserContext();
    visit.page = await context.newPage();
    await visit.page.setViewport({ width: 1280, height: 900 });
    await context.setCookie(
      ...visit.member.mintSession().cookies.map((cookie) => ({ ...cookie, domain: "127.0.0.1", path: "/" })),
    );
  });
  afterEach(async () => {
    await visit.page.browserContext().close();
    await visit.replica.close();
  });
  return visit;
}
