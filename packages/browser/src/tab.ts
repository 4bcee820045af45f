import type { Arrival, Intended, Point, Tab } from "@lapse/core/linkedin/visit/tab";
import { TabLost } from "@lapse/core/linkedin/visit/tab";
import type { SessionCookie } from "@lapse/core/session/session";
import type { Browser, CDPSession, Page, Protocol } from "puppeteer-core";
import { isClosed, orLost } from "./closed.ts";
import { Guard } from "./guard.ts";
import type { RunningBrowser } from "./launch.ts";
import { Network } from "./network.ts";
import { within } from "./within.ts";
import { World } from "./world.ts";

const burstMs = 2;
/** What a page that never yields may add to the time of opening it. */
const stopWithinMs = 500;
const textWithinMs = 2_000;

export interface TabOptions {
  /** Origin of the site; the cookies are set for it and for nothing else. */
  readonly site: string;
  readonly cookies: readonly SessionCookie[];
}

/** A tab that knows whether its page still answers. */
export interface BrowserTab extends Tab {
  /** Whether something that was asked has no answer yet: at the end of all asking, the page is stuck. */
  isOwing(): boolean;
}

/**
 * Opens the tab that a sweep works in. Its cookies live in an off-the-record context, in memory only: nothing of the
 * session reaches the disk, whatever happens to this process.
 */
export async function openTab(running: RunningBrowser, options: TabOptions): Promise<BrowserTab> {
  // With one process a context of its own ends the browser (measured); all of it is off the record then.
  const context =
    running.start.rung === "one-process"
      ? running.browser.defaultBrowserContext()
      : await running.browser.createBrowserContext();
  return startTab(await context.newPage(), options);
}

/** The same in the browser's own profile, which brings its cookies itself. */
export async function openTabOfProfile(running: RunningBrowser, site: string): Promise<BrowserTab> {
  return startTab(await running.browser.defaultBrowserContext().newPage(), { site, cookies: [] });
}

async function startTab(page: Page, options: TabOptions): Promise<BrowserTab> {
  await page.setViewport({ width: 1280, height: 900 });
  // A page whose process died answers nothing any more, and whoever asks waits for ever: better no browser at all.
  page.once("error", () => void page.browser().process()?.kill("SIGKILL"));
  const session = await page.createCDPSession();
  const tab = new DevToolsTab(session, options.site, ended(page.browser()));
  await tab.start(options.cookies);
  return tab;
}

/** Resolves when the browser is gone: what it would have told of, such as a document that came, never comes then. */
function ended(browser: Browser): Promise<"gone"> {
  return new Promise((resolve) => {
    if (browser.connected) browser.once("disconnected", () => resolve("gone"));
    else resolve("gone");
  });
}

class DevToolsTab implements BrowserTab {
  readonly #session: CDPSession;
  readonly #site: string;
  readonly #network: Network;
  readonly #guard: Guard;
  readonly #gone: Promise<"gone">;
  #world: World | null = null;
  #frame = "";
  #url = "about:blank";
  #version = 0;
  #waking = false;
  #waiting = new Set<() => void>();
  #document: Protocol.Network.ResponseReceivedEvent | null = null;
  #heardAt = 0;
  #owing = 0;

  constructor(session: CDPSession, site: string, gone: Promise<"gone">) {
    this.#session = session;
    this.#gone = gone;
    this.#site = site;
    this.#network = new Network(session, () => this.#bump());
    this.#guard = new Guard(session);
  }

  async start(cookies: readonly SessionCookie[]): Promise<void> {
    const session = this.#session;
    await session.send("Network.enable", { maxPostDataSize: 1 << 20 });
    await session.send("Page.enable");
    const { frameTree } = await session.send("Page.getFrameTree");
    this.#frame = frameTree.frame.id;
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.id === this.#frame) this.#url = frame.url + (frame.urlFragment ?? "");
      this.#bump();
    });
    session.on("Page.navigatedWithinDocument", (event) => {
      if (event.frameId === this.#frame) this.#url = event.url;
      this.#bump();
    });
    session.on("Network.responseReceived", (event) => {
      if (event.type !== "Document" || event.frameId !== this.#frame) return;
      this.#document = event;
      this.#heardAt = Date.now();
    });
    // A page may ask before it is left, or say something: nobody is there to answer.
    session.on("Page.javascriptDialogOpening", () => {
      void session.send("Page.handleJavaScriptDialog", { accept: true }).catch(() => undefined);
    });
    await this.#guard.start();
    this.#world = await World.open(session, () => this.#bump());
    if (cookies.length === 0) return;
    await session.send("Network.setCookies", {
      cookies: cookies.map(({ name, value }) => ({
        name,
        value,
        url: this.#site,
        path: "/",
        ...(this.#site.startsWith("https:") ? { secure: true } : {}),
      })),
    });
  }

  open(url: string, timeoutMs: number): Promise<Arrival> {
    return this.#answer(this.#open(url, timeoutMs));
  }

  async #open(url: string, timeoutMs: number): Promise<Arrival> {
    const end = performance.now() + timeoutMs;
    this.#document = null;
    let parsed = () => {};
    const ready = new Promise<void>((resolve) => {
      parsed = resolve;
    });
    this.#session.once("Page.domContentEventFired", () => parsed());
    const navigated = this.#session
      .send("Page.navigate", { url })
      .catch((cause: Error) => ({ errorText: cause.message }));
    const outcome = await within(timeoutMs, navigated);
    if (outcome === "late") {
      const stopped = this.#session.send("Page.stopLoading").catch(() => undefined);
      await within(stopWithinMs, stopped);
      return this.#arrival("net::ERR_TIMED_OUT");
    }
    if (outcome.errorText !== undefined && outcome.errorText !== "net::ERR_HTTP_RESPONSE_CODE_FAILURE") {
      if (isClosed(new Error(outcome.errorText))) throw new TabLost("the browser went away");
      return this.#arrival(outcome.errorText);
    }
    if ((await within(end - performance.now(), Promise.race([ready, this.#gone]))) === "gone")
      throw new TabLost("the browser went away");
    return this.#arrival(null);
  }

  evaluate(expression: string): Promise<unknown> {
    if (this.#world === null) throw new TabLost("the tab was not started");
    return this.#answer(this.#world.evaluate(expression));
  }

  async hover({ x, y }: Point): Promise<void> {
    await this.#answer(this.#session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y }));
  }

  async press(at: Point): Promise<void> {
    const place = { x: at.x, y: at.y, button: "left" as const, clickCount: 1 };
    const send = (type: "mousePressed" | "mouseReleased") =>
      this.#session.send("Input.dispatchMouseEvent", { type, ...place });
    // Sent without waiting between them: the browser keeps their order, and each answer waits for a drawn frame.
    const moved = this.#session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: at.x, y: at.y });
    await this.#answer(Promise.all([moved, send("mousePressed"), send("mouseReleased")]));
  }

  async escape(): Promise<void> {
    const key = { key: "Escape", code: "Escape", windowsVirtualKeyCode: 27 };
    const send = (type: "rawKeyDown" | "keyUp") =>
      this.#session.send("Input.dispatchKeyEvent", { type, ...key });
    await this.#answer(Promise.all([send("rawKeyDown"), send("keyUp")]));
  }

  /** Asked in the page's own world: listeners of other worlds are not shown. Evidence only, never a basis to act. */
  async clickListeners(at: Point): Promise<number> {
    const path = `(() => { const path = []; for (let e = document.elementFromPoint(${at.x}, ${at.y}); e; e = e.parentNode) path.push(e); path.push(window); return path; })()`;
    const { result: list } = await this.#answer(
      this.#session.send("Runtime.evaluate", {
        expression: path,
        returnByValue: false,
      }),
    );
    if (list.objectId === undefined) return 0;
    const objectId = list.objectId;
    const { result } = await orLost(
      this.#session.send("Runtime.getProperties", { objectId, ownProperties: true }),
    );
    const nodes = result
      .filter((property) => /^\d+$/.test(property.name))
      .map((property) => property.value?.objectId);
    const counts = await Promise.all(nodes.map((id) => (id === undefined ? 0 : this.#listenersOf(id))));
    await this.#session.send("Runtime.releaseObject", { objectId }).catch(() => undefined);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async #listenersOf(objectId: string): Promise<number> {
    const { listeners } = await orLost(this.#session.send("DOMDebugger.getEventListeners", { objectId }));
    return listeners.filter((listener) =>
      /^(click|mousedown|mouseup|pointerdown|pointerup)$/.test(listener.type),
    ).length;
  }

  mark(): number {
    return this.#network.mark();
  }

  exchanges(since: number) {
    return this.#network.since(since);
  }

  version(): number {
    return this.#version;
  }

  changed(version: number, timeoutMs: number): Promise<void> {
    if (this.#version > version || timeoutMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.#waiting.add(done);
    });
  }

  guard(allow: ((request: Intended) => boolean) | null): void {
    this.#guard.set(allow);
  }

  url(): string {
    return this.#url;
  }

  async cookies(): Promise<readonly SessionCookie[]> {
    const { cookies } = await orLost(this.#session.send("Network.getCookies", { urls: [`${this.#site}/`] }));
    return cookies.map(({ name, value }) => ({ name, value }));
  }

  isOwing(): boolean {
    return this.#owing > 0;
  }

  async #answer<T>(work: Promise<T>): Promise<T> {
    this.#owing++;
    try {
      return await orLost(work);
    } finally {
      this.#owing--;
    }
  }

  /** A page changes in bursts: whoever waits is woken once for all that comes within a few milliseconds. */
  #bump(): void {
    this.#version++;
    if (this.#waking || this.#waiting.size === 0) return;
    this.#waking = true;
    setTimeout(() => {
      this.#waking = false;
      for (const done of [...this.#waiting]) done();
    }, burstMs);
  }

  async #arrival(failure: string | null): Promise<Arrival> {
    const document = this.#document;
    const date = document === null ? Number.NaN : Date.parse(header(document.response.headers, "date") ?? "");
    return {
      url: this.#url,
      status: document?.response.status ?? null,
      failure,
      date: Number.isNaN(date) ? null : { site: date, host: this.#heardAt },
      text: document === null ? null : await this.#documentText(document.requestId),
    };
  }

  async #documentText(requestId: string): Promise<string | null> {
    try {
      const answer = await within(textWithinMs, this.#session.send("Network.getResponseBody", { requestId }));
      return answer === "late" ? null : answer.body;
    } catch {
      return null;
    }
  }
}

function header(headers: Protocol.Network.Headers, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
