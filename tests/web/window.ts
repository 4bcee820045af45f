import { launchBrowser } from "@lapse/browser/launch";
import type { Browser, Page } from "puppeteer-core";

/** A page or a state of one: how to get there in a browser that is already signed in where it has to be. */
export interface View {
  readonly path: string;
  /** Given where the state is the answer to a form that was sent. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Look {
  readonly width: 390 | 1280;
  readonly scheme: "light" | "dark";
  /** Without it the page is as a browser shows it that runs no script. */
  readonly script: boolean;
}

export interface Window {
  readonly browser: Browser;
  /** A page of a browser of its own, with these cookies for `origin`. */
  open(origin: string, look: Look, cookie?: string): Promise<Page>;
  close(): Promise<void>;
}

/** A real browser that reaches loopback only. */
export async function openWindow(): Promise<Window> {
  const running = await launchBrowser({ loopbackOnly: true, pictures: true });
  return {
    browser: running.browser,
    open: async (origin, { width, scheme, script }, cookie) => {
      const context = await running.browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height: 900, isMobile: width === 390, hasTouch: width === 390 });
      await paint(page, scheme);
      // axe itself needs the engine, so it is our script that does not arrive; the pages have no other (a test says so).
      const session = await page.createCDPSession();
      await session.send("Network.enable");
      if (!script) await session.send("Network.setBlockedURLs", { urls: ["*.js"] });
      const [name = "", ...value] = (cookie ?? "").split("=");
      if (cookie !== undefined) await context.setCookie(cookieOf(origin, name, value.join("=")));
      return page;
    },
    close: () => running.close(),
  };
}

/** Light or dark, and still. */
export function paint(page: Page, scheme: Look["scheme"]): Promise<void> {
  return page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
}

function cookieOf(origin: string, name: string, value: string) {
  const { hostname } = new URL(origin);
  return {
    name,
    value,
    domain: hostname,
    path: "/",
    httpOnly: true,
    sameSite: "Lax" as const,
    secure: false,
  };
}

/** Shows a view. A form is sent as a browser sends it: from a page of the same origin. */
export async function show(page: Page, origin: string, { path, fields }: View): Promise<void> {
  if (fields === undefined) {
    await page.goto(`${origin}${path}`, { waitUntil: "load" });
    return;
  }
  await page.goto(`${origin}/nowhere`, { waitUntil: "load" });
  const arrived = page.waitForNavigation({ waitUntil: "load" });
  await page.evaluate(
    (action, entries) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      for (const [name, value] of entries) {
        const field = document.createElement("textarea");
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    },
    path,
    Object.entries(fields),
  );
  await arrived;
}
