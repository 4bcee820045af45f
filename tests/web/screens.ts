import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { sampleDigests } from "../../packages/core/test/digest/samples.ts";
import { startDatabase } from "../../packages/functions/test/support/dynamo.ts";
import { openStage } from "./stage.ts";
import { states } from "./states.ts";
import { type Look, openWindow, show } from "./window.ts";

const folder = join(import.meta.dirname, "../../docs/screens");
const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.some((each) => name.startsWith(each));
const shown = states.filter(
  ({ name }) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)),
);
const looks: readonly Look[] = ([390, 1280] as const).flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme, script: true })),
);

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const database = await startDatabase();
const window = await openWindow();
try {
  for (const state of shown) {
    for (const look of looks) {
      const stage = await openStage(database);
      const cookie = state.as === undefined ? undefined : await stage.person("ada", state.as);
      const view = { ...state.view, ...(await state.before?.(stage)) };
      const page = await window.open(stage.origin, look, cookie);
      await show(page, stage.origin, view);
      await save(page, state.name, look);
      await stage.stop();
    }
    console.log(state.name);
  }
  for (const [name, render] of Object.entries(sampleDigests).filter(([each]) => wants(`digest-${each}`))) {
    for (const look of looks) {
      const page = await window.open("http://127.0.0.1", look);
      await page.setContent(render().html);
      await save(page, `digest-${name}`, look);
    }
    console.log(`digest-${name}`);
  }
} finally {
  await window.close();
  await database.stop();
}

async function save(page: Page, name: string, { width, scheme }: Look): Promise<void> {
  const height = await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 6_000));
  // Another kind of screen would load the page again.
  await page.setViewport({ width, height, isMobile: width === 390, hasTouch: width === 390 });
  const path = join(folder, `${name}-${width}-${scheme}.webp`) as `${string}.webp`;
  await page.screenshot({ path, type: "webp", quality: 45 });
  await page.browserContext().close();
}
