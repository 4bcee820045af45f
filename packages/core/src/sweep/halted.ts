import { SweepStop } from "../linkedin/visit/stop.ts";
import type { Tab } from "../linkedin/visit/tab.ts";
import { tabOver } from "../linkedin/visit/tabOver.ts";
import type { SweepPorts } from "./ports.ts";

type Asked = Pick<SweepPorts, "halted">;

/** Ends the sweep where an operator has stopped everything. Throws SweepStop. */
export async function goOnUnlessHalted({ halted }: Asked): Promise<void> {
  const why = (await halted?.()) ?? null;
  if (why !== null) throw new SweepStop("interrupted", why);
}

/** The same tab, whose every click asks first: the row's control, the one that confirms, "load more", all of them. */
export function tabUnlessHalted(tab: Tab, ports: Asked): Tab {
  return tabOver(tab, {
    press: async (at) => {
      await goOnUnlessHalted(ports);
      await tab.press(at);
    },
  });
}
