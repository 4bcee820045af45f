import type { Tab } from "./tab.ts";

/** The same tab, but for what is done in another way. A tab may be an object of a class, which no spread copies. */
export function tabOver(tab: Tab, changes: Partial<Tab>): Tab {
  return {
    open: (url, timeoutMs) => tab.open(url, timeoutMs),
    evaluate: (expression) => tab.evaluate(expression),
    hover: (at) => tab.hover(at),
    press: (at) => tab.press(at),
    escape: () => tab.escape(),
    clickListeners: (at) => tab.clickListeners(at),
    mark: () => tab.mark(),
    exchanges: (since) => tab.exchanges(since),
    version: () => tab.version(),
    changed: (version, timeoutMs) => tab.changed(version, timeoutMs),
    guard: (allow) => tab.guard(allow),
    url: () => tab.url(),
    cookies: () => tab.cookies(),
    ...changes,
  };
}
