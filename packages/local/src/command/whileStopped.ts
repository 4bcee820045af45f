import type { Attached } from "../stack/attach.ts";
import { StackRefused } from "../stack/errors.ts";

/** For whatever opens the site: throws StackRefused while everything is stopped. */
export async function refuseWhileStopped({ adapters }: Pick<Attached, "adapters">): Promise<void> {
  if ((await adapters.stopSwitch.get()) !== null)
    throw new StackRefused("Everything is stopped, so nothing is opened: 'lapse resume' lets it go on.");
}
