import type { Context } from "hono";
import type { WebPorts } from "../app.ts";
import { refused } from "./fields.ts";

/** What members are told; the operator's reason is not theirs to read. */
export const stoppedSentence =
  "Everything is stopped by whoever runs Lapse, so nothing is opened on LinkedIn for now, and nothing of this was kept. Ask again later.";

/** The answer to whatever a worker would have to do, while everything is stopped; null to go on. */
export async function refusedWhileStopped(
  context: Context,
  { stopSwitch }: Pick<WebPorts, "stopSwitch">,
): Promise<Response | null> {
  if ((await stopSwitch.get()) === null) return null;
  return refused(context, "Lapse is stopped for now", stoppedSentence, 503);
}
