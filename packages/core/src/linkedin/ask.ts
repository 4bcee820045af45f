import { type Kit, makeKit } from "./page/kit.ts";
import { type Tab, TabNavigated } from "./tab.ts";

/**
 * Runs one of the functions under `page/` in the tab. They travel as source text, so they may use nothing but their
 * own parameters and the browser's globals; the argument and the answer are JSON.
 */
export async function ask<A, R>(tab: Tab, script: (kit: Kit, argument: A) => R, argument: A): Promise<R> {
  return (await tab.evaluate(`(${script})((${makeKit})(), ${JSON.stringify(argument ?? null)})`)) as R;
}

/** The same, asked again of the new document where the old one went away meanwhile. */
export async function askAgain<A, R>(
  tab: Tab,
  script: (kit: Kit, argument: A) => R,
  argument: A,
): Promise<R> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(tab, script, argument);
    } catch (cause) {
      if (!(cause instanceof TabNavigated) || tries >= 4) throw cause;
    }
  }
}
