import { SweepStop } from "../linkedin/stop.ts";
import type { Tab } from "../linkedin/tab.ts";
import type { SweepPorts } from "./ports.ts";

type Asked = Pick<SweepPorts, "halted">;

/** Ends the sweep where an operator has stopped everything. Throws SweepStop. */
export async function goOnUnlessHalted({ halted }: Asked): Promise<void> {
  const why = (await halted?.()) ?? null;
  if (why !== null) throw new SweepStop("interrupted", why);
}

/** The same tab, whose every click asks first: the row's control, the one that confirms, "load more", all of them. */
export function tabUnlessHalted(tab: Tab, ports: Asked): Tab {
  return {
    open: (url, timeoutMs) => tab.open(url, timeoutMs),
    evaluate: (expression) => tab.evaluate(expression),
    hover: (at) => tab.hover(at),
    press: async (at) => {
      await goOnUnlessHalted(ports);
      await tab.press(at);
    },
    escape: () => tab.escape(),
    clickListeners: (at) => tab.clickListeners(at),
    mark: () => tab.mark(),
    exchanges: (since) => tab.exchanges(since),
    version: () => tab.version(),
    changed: (version, timeoutMs) => tab.changed(version, timeoutMs),
    guard: (allow) => tab.guard(allow),
    url: () => tab.url(),
    cookies: () => tab.cookies(),
  };
}
