import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startDatabase } from "../../packages/functions/test/support/dynamo.ts";
import { openStage } from "./stage.ts";
import { states } from "./states.ts";
import { type Look, openWindow, show } from "./window.ts";

const folder = "/tmp/dash-shots";
const wanted = process.argv.slice(2);
const shown = states.filter(
  ({ name }) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)),
);
const looks: readonly Look[] = ([390, 1280] as const).flatMap((width) =>
  (["light"] as const).map((scheme) => ({ width, scheme, script: true })),
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
      const name = `${state.name}-${look.width}-${look.scheme}.png`;
      const height = await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 6_000));
      await page.setViewport({ width: look.width, height });
      await page.screenshot({ path: join(folder, name) as `${string}.png`, type: "png" });
      await page.browserContext().close();
      await stage.stop();
    }
    console.log(state.name);
  }
} finally {
  await window.close();
  await database.stop();
}
