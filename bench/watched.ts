import type { Tab } from "@lapse/core/linkedin/visit/tab";

/** Time spent in each of a tab's methods, ms, by name. */
export type Spent = Map<string, { ms: number; calls: number }>;

const measured = ["evaluate", "press", "clickListeners", "guard", "changed", "open", "cookies"] as const;

/** The same tab, with the time that each of its methods takes written down. */
export function watched(tab: Tab, spent: Spent): Tab {
  const proxy = Object.create(tab) as Record<string, unknown>;
  for (const name of ["mark", "exchanges", "version", "url"] as const) {
    proxy[name] = (...args: never[]) => (tab[name] as (...args: never[]) => unknown)(...args);
  }
  for (const name of measured) {
    proxy[name] = async (...args: never[]) => {
      const began = performance.now();
      try {
        return await (tab[name] as (...args: never[]) => Promise<unknown>).apply(tab, args);
      } finally {
        const entry = spent.get(name) ?? { ms: 0, calls: 0 };
        spent.set(name, { ms: entry.ms + performance.now() - began, calls: entry.calls + 1 });
      }
    };
  }
  return proxy as unknown as Tab;
}
