import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, startDatabase } from "../../packages/functions/test/support/dynamo.ts";
import { violations } from "./axe.ts";
import { openStage, type Stage } from "./stage.ts";
import { states } from "./states.ts";
import { openWindow, paint, show, type View, type Window } from "./window.ts";

let database: Database;
let window: Window;
beforeAll(async () => {
  [database, window] = await Promise.all([startDatabase(), openWindow()]);
});
afterAll(async () => {
  await window.close();
  await database.stop();
});

const mostBytes = 60_000;

describe.each(states)("The page $name", (state) => {
  test("has no fault that axe finds, light and dark, with and without JavaScript; fits a phone; and is light", async () => {
    const faults: string[] = [];
    for (const look of [
      { width: 390, script: true },
      { width: 1280, script: false },
    ] as const) {
      const stage = await openStage(database);
      try {
        const cookie = state.as === undefined ? undefined : await stage.person("ada", state.as);
        const view = { ...state.view, ...(await state.before?.(stage)) };
        const page = await window.open(stage.origin, { ...look, scheme: "light" }, cookie);
        const found = await faultsOf(page, stage, view, state.name === "not-found");
        faults.push(...found.map((fault) => `${look.width}: ${fault}`));
        await page.browserContext().close();
      } finally {
        await stage.stop();
      }
    }
    expect(faults).toEqual([]);
  });
});

async function faultsOf(page: Page, stage: Stage, view: View, mayBeAbsent: boolean): Promise<string[]> {
  const bytes = await weighed(page);
  await show(page, stage.origin, view);
  const faults: string[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await paint(page, scheme);
    faults.push(...(await violations(page)).map((fault) => `${scheme}: ${fault}`));
  }
  const title = await page.title();
  if (/not found|went wrong|not from here/i.test(title) && !mayBeAbsent) faults.push(title);
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    faults.push("wider than the screen");
  if (bytes() > mostBytes) faults.push(`${bytes()} bytes over the wire`);
  return faults;
}

/** Counts what comes over the wire from here on: page, styles and script. */
async function weighed(page: Page): Promise<() => number> {
  let bytes = 0;
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}
