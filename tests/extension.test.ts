import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchArguments } from "@lapse/browser/arguments";
import { buildExtension } from "@lapse/extension/build";
import { serve } from "@lapse/local/stack/serve";
import { type Replica, startReplica } from "@lapse/replica/replica";
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startDatabase } from "../packages/functions/test/support/dynamo.ts";
import { aMember } from "../packages/functions/test/support/member.ts";
import { pages } from "../packages/functions/test/support/web.ts";
import { findFullBrowser } from "./fullBrowser.ts";

const full = findFullBrowser();
if (!full.found) console.log(`not run: tests of the extension: ${full.reason}`);

/** A host with a wider domain above it, as www.linkedin.com has linkedin.com; both are this computer. */
const host = "www.replica.localhost";
const shownList = "/mynetwork/invitation-manager/sent/";

let web: ReturnType<typeof pages>;
let replica: Replica;
let browser: Browser;
let [origin, site, popup] = ["", "", ""];
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  if (!full.found) return;
  const database = await startDatabase();
  undo.push(() => database.stop());
  const served = await serve(() => web.app.fetch, 0);
  undo.push(served.stop);
  origin = served.origin;
  web = pages(await database.table(), { webOrigin: origin });
  await web.all.add(aMember("ada", { startedAt: null }));

  replica = await startReplica();
  undo.push(replica.close);
  replica.addMember({
    ...{ slug: "ada-sender", name: "Ada Sender", email: "ada@example.org", password: "a password" },
    invitations: [],
  });
  site = replica.origin.replace("127.0.0.1", host);

  const folder = await mkdtemp(join(tmpdir(), "lapse-extension-test-"));
  undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  await buildExtension(join(folder, "extension"), site);
  const args = launchArguments({
    ...{ root: process.getuid?.() === 0, lambda: false, loopbackOnly: true, pictures: false },
  });
  browser = await launch({
    ...{ executablePath: full.executable, headless: true, pipe: true, enableExtensions: true },
    userDataDir: join(folder, "profile"),
    // The last of its name counts.
    args: [...args, `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost`],
  });
  undo.push(() => browser.close());
  popup = `chrome-extension://${await browser.installExtension(join(folder, "extension"))}/popup.html`;
});

afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

beforeEach((context) => {
  if (!full.found) context.skip(`not run: ${full.reason}`);
});

/** A new tab, closed again when the test is over. */
async function tab(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

const said = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent);
const jar = async () =>
  (await browser.defaultBrowserContext().cookies()).filter(({ domain }) => /replica/.test(domain));

async function signInToReplica(): Promise<void> {
  const page = await tab(`${site}/login`);
  await page.type("#username", "ada@example.org");
  await page.type("#password", "a password");
  await Promise.all([page.waitForNavigation(), page.click("button")]);
  // LinkedIn gives this one to all of its hosts, so it is of the wider domain.
  const bcookie = (await jar()).find(({ name }) => name === "bcookie");
  if (bcookie === undefined) throw new Error("the replica gave no bcookie");
  await browser.defaultBrowserContext().deleteCookie(bcookie);
  await browser.defaultBrowserContext().setCookie({ ...bcookie, domain: ".replica.localhost" });
  await page.close();
}

/** Makes a code on Lapse's own page, as the member does. */
async function makeCode(): Promise<string> {
  const { cookie } = await web.signIn("ada");
  const [name = "", value = ""] = cookie.split("=");
  await browser.defaultBrowserContext().setCookie({ name, value, domain: "127.0.0.1", path: "/" });
  const page = await tab(`${origin}/connect`);
  await Promise.all([page.waitForNavigation(), page.click('form[action="/connect/code"] button')]);
  const code = await page.$eval("#code", (field) => (field as HTMLTextAreaElement).value);
  await page.close();
  return code;
}

async function show(page: Page, code: string): Promise<void> {
  await page.$eval("#code", (field) => {
    (field as HTMLTextAreaElement).value = "";
  });
  await page.type("#code", code);
  await page.click("#ask button");
  await page.waitForFunction(
    () =>
      !document.querySelector<HTMLElement>("#review")?.hidden ||
      document.querySelector("#problem")?.textContent,
  );
}

test("who is not signed in at the site has nothing to send, and is told so", async () => {
  const page = await tab(popup);
  await show(page, await makeCode());
  expect(await said(page, "#problem")).toContain(`You are not signed in at ${host}`);
  await page.close();
});

test("the extension shows what it sends and to where, sends it once, and Lapse has the very session", async () => {
  await signInToReplica();
  const code = await makeCode();
  const page = await tab(popup);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await show(page, code);
  expect(await said(page, "#where")).toBe(origin);
  const rows = await page.$$eval("#cookies tr", (all) => all.map((row) => row.textContent));
  const live = await jar();
  const length = (name: string) => live.find((cookie) => cookie.name === name)?.value.length;
  const names = ["li_at", "JSESSIONID", "bcookie", "bscookie", "lidc"];
  expect(rows).toEqual(names.map((name) => `${name}${length(name)}`));
  const page1 = await page.content();
  for (const { value } of live) expect(page1).not.toContain(value);
  // Nothing left before the click.
  expect(requests.filter((request) => !request.includes("chrome-extension:"))).toEqual([]);

  await page.click("#review button[type=submit]");
  await page.waitForSelector("#done:not([hidden])");
  expect(await page.$eval("#next", (link) => (link as HTMLAnchorElement).href)).toBe(
    `${origin}/connect/trying`,
  );
  const posted = requests.filter((request) => request.startsWith("POST"));
  expect(posted).toEqual([`POST ${origin}/connect/extension`]);

  const [message] = web.sent.splice(0);
  expect(message).toMatchObject({ kind: "try", memberId: "ada" });
  const candidate = await web.sessions.candidate("ada", message?.kind === "try" ? message.version : "");
  const cookies = candidate?.session.cookies ?? [];
  expect(cookies.map(({ name }) => name)).toEqual(names);
  expect(candidate?.session.userAgent).toBe(await browser.userAgent());
  // What arrived signs in at the site, and the web server's log knows nothing of it.
  const list = await fetch(`${replica.origin}${shownList}`, {
    redirect: "manual",
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  expect(list.status).toBe(200);
  for (const { value } of cookies) expect(JSON.stringify(web.lines)).not.toContain(value);

  await page.click("#next");
  const target = await browser.waitForTarget((each) => each.url() === `${origin}/connect/trying`);
  const trying = await target.page();
  expect(trying === null ? "" : await said(trying, "h1")).toBe("Your session is being tried");
  await web.errands.end("ada", message?.runId ?? "", {
    ...{ kind: "ended", at: web.clock.now, outcome: "signed-out", message: "LinkedIn signed us out." },
  });
  // The page looks again by itself.
  await trying?.waitForFunction(
    () => document.querySelector("h1")?.textContent === "That session was not taken",
  );
  await trying?.close();
  await page.close();
});

test("a code that was used sends nothing a second time, and one that leads nowhere safe sends nothing at all", async () => {
  await signInToReplica();
  web.clock.now += 60_000 * 21;
  const code = await makeCode();
  await web.ports.extensionCodes.use(code.split("#")[1] ?? "");
  const page = await tab(popup);
  await show(page, code);
  await page.click("#review button[type=submit]");
  await page.waitForFunction(() => document.querySelector("#problem")?.textContent);
  expect(await said(page, "#problem")).toContain("That code does not work");
  expect(await page.$eval("#review", (form) => (form as HTMLElement).hidden)).toBe(true);
  await show(page, code.replace("http:", "ftp:"));
  expect(await said(page, "#problem")).toContain("without https");
  expect(web.sent).toEqual([]);
  await page.close();
});

test("the popup is accessible in each of its states, light and dark, and works with the keyboard alone", async () => {
  await signInToReplica();
  web.clock.now += 60_000 * 21;
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await tab(popup);
  await page.setViewport({ width: 390, height: 800 });
  const looked: string[] = [];
  const look = async (state: string) => {
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      await page.evaluate(axe);
      const faults = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id }) => id))",
      );
      expect(faults, `${state}, ${value}`).toEqual([]);
      looked.push(state);
    }
  };
  await look("asking");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("code");
  await page.keyboard.type("not a code");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#problem")?.textContent);
  await look("a code that is none");
  await show(page, await makeCode());
  await look("what will be sent");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("review-title");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#done:not([hidden])");
  await look("sent");
  expect(looked).toHaveLength(8);
  await page.close();
});
