import {
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { TabLost } from "@lapse/core/linkedin/visit/tab";
import { afterAll, describe, expect, test } from "vitest";
import { launchArguments } from "../src/arguments.ts";
import { BrowserMissing } from "../src/errors.ts";
import { findBrowser } from "../src/find.ts";
import { launchBrowser } from "../src/launch.ts";
import { isLoopback, openMemberTab } from "../src/memberTab.ts";
import { freshProfile } from "../src/profile.ts";
import { unpackChromium } from "../src/unpack.ts";

const folder = mkdtempSync(join(tmpdir(), "lapse-browser-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a browser is found", () => {
  test("by LAPSE_CHROME, and a wrong one is one clear sentence", async () => {
    await expect(findBrowser({ environment: { LAPSE_CHROME: "/nowhere/chrome" } })).rejects.toThrow(
      /^LAPSE_CHROME names \/nowhere\/chrome, where no file is/,
    );
    const named = await findBrowser({ environment: { LAPSE_CHROME: process.execPath } });
    expect(named).toMatchObject({ executable: process.execPath, shell: false });
  });

  test("or missed with what to do, where npm brings none and none is installed", async () => {
    const nowhere = findBrowser({ platform: "win32", arch: "arm64", environment: {} });
    await expect(nowhere).rejects.toThrow(BrowserMissing);
    await expect(nowhere).rejects.toThrow(/install Chrome, Chromium or Edge, or set LAPSE_CHROME/);
  });
});

describe("unpacking", () => {
  test("four at once end with one whole browser and no drafts", async () => {
    const parent = join(folder, "cache");
    const all = await Promise.all([1, 2, 3, 4].map(() => unpackChromium(parent)));
    expect(new Set(all.map((each) => each.executable)).size).toBe(1);
    expect(readdirSync(parent)).toHaveLength(1);
    let unpacked = 0;
    await unpackChromium(parent, () => unpacked++);
    expect(unpacked).toBe(0);
  });
});

describe("what another user left in its place", () => {
  test("is never run, and the operator is told what to do", async () => {
    const parent = join(folder, "planted");
    mkdirSync(parent);
    const { executable } = await unpackChromium(join(folder, "cache"));
    const home = join(parent, basename(dirname(executable)));
    symlinkSync("/", home);
    if (process.getuid?.() === 0) lchownSync(home, 65534, 65534);
    const told = unpackChromium(parent);
    await expect(told).rejects.toThrow(BrowserMissing);
    await expect(told).rejects.toThrow(
      /belongs to another user.*not trusted: remove it, or set TMPDIR to a directory of your own\.$/,
    );
  });
});

describe("the browser's arguments", () => {
  const usual = { root: false, lambda: false, loopbackOnly: false, pictures: false };

  test("leave every safety of the web on", () => {
    for (const root of [true, false]) {
      const text = launchArguments({ ...usual, root }).join(" ");
      expect(text).not.toMatch(
        /web-security|insecure-content|site-isolation|single-process|remote-debugging-port/,
      );
      expect(text.includes("--no-sandbox")).toBe(root);
    }
  });

  test("let nothing leave the computer on a loopback site", () => {
    expect(launchArguments({ ...usual, loopbackOnly: true }).join(" ")).toContain("MAP * ~NOTFOUND");
    expect(["http://127.0.0.1:80", "http://localhost:1", "http://[::1]:1"].every(isLoopback)).toBe(true);
    expect(isLoopback("https://www.linkedin.com") || isLoopback("http://127.0.0.1.example.com")).toBe(false);
  });
});

describe("a browser that does not start", () => {
  /** Starts with one process only, as on a Lambda that forbids more. */
  async function fussy() {
    const { executable, environment } = await unpackChromium();
    const exports = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`);
    const script = join(folder, "headless_shell");
    const lines = [
      'case "$*" in *--single-process*) ;; *) exit 1 ;; esac',
      ...exports,
      `exec ${executable} "$@"`,
    ];
    writeFileSync(script, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o700 });
    return script;
  }

  test("is tried with one process at last, and on Lambda alone", async () => {
    const LAPSE_CHROME = await fussy();
    const opened = await openMemberTab(
      "http://127.0.0.1:9",
      { cookies: [{ name: "li_at", value: "AQEDsecretsecret" }] },
      undefined,
      { LAPSE_CHROME, AWS_LAMBDA_FUNCTION_NAME: "sweep" },
    );
    try {
      expect(opened.start).toMatchObject({ rung: "one-process", attempt: 4 });
      expect(await opened.tab.cookies()).toMatchObject([{ name: "li_at" }]);
      await opened.tab.open("data:text/html,<p>here</p>", 10_000);
      expect(await opened.tab.evaluate("document.body.textContent")).toBe("here");
    } finally {
      await opened.close();
    }
    const elsewhere = launchBrowser({ loopbackOnly: true, environment: { LAPSE_CHROME } });
    await expect(elsewhere).rejects.toThrow(/did not start, however often/);
  });
});

test("a page whose process dies is lost at once, and so is its browser", async () => {
  const { tab, close } = await openMemberTab("http://127.0.0.1:9", { cookies: [] });
  try {
    await tab.open("data:text/html,<p>here</p>", 10_000);
    const lost = expect(tab.evaluate("new Promise(() => {})")).rejects.toThrow(TabLost);
    await Promise.all([lost, tab.open("chrome://crash", 60_000).catch(() => undefined)]);
    await expect(tab.evaluate("1")).rejects.toThrow(TabLost);
  } finally {
    await close();
  }
}, 20_000);

test("a page whose script never yields keeps nobody waiting: not the one who opens, nor who closes", async () => {
  const { tab, close } = await openMemberTab("http://127.0.0.1:9", {
    cookies: [{ name: "li_at", value: "AQEDsecretsecret" }],
  });
  await tab.open("data:text/html,<p>here</p><script>for (;;);</script>", 300);
  const asked = expect(tab.evaluate("1")).rejects.toThrow();
  expect(await tab.cookies()).toMatchObject([{ name: "li_at" }]);
  const closing = performance.now();
  await close();
  await asked;
  // A browser that answers is asked to close, and killed after four seconds; this one was not asked.
  expect(performance.now() - closing).toBeLessThan(4_000);
}, 30_000);

describe("a browser's profile", () => {
  test("is gone with the browser, and so is one whose process was killed", async () => {
    const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith("lapse-profile-")));
    const running = await launchBrowser({ loopbackOnly: true });
    const pid = running.browser.process()?.pid ?? 0;
    expect(running.start).toMatchObject({ rung: "several-processes", attempt: 1 });
    await running.close();
    const own = `lapse-profile-${process.pid}-`;
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(own) && !before.has(name))).toEqual([]);
    expect(existsSync(`/proc/${pid}`)).toBe(false);

    const left = join(folder, "lapse-profile-999999999-abc");
    mkdirSync(left);
    const fresh = await freshProfile(folder);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
  });
});
