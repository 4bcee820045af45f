import type { Marks } from "../layouts/marks.ts";
import { type Kit, kitSource } from "../page/kit.ts";
import { type Tab, TabNavigated } from "./tab.ts";

declare global {
  /** Of our own script world only: the kit of the present document. */
  var lapseKit: Kit | undefined;
}

/** A tab and what is looked for on its page. */
export interface Asked {
  readonly tab: Tab;
  readonly marks: Marks;
}

const noKit = "lapse: no kit";

/**
 * Runs one of the functions under `page/` in the tab. They travel as source text, so they may use nothing but their
 * own parameters and the browser's globals; the argument and the answer are JSON. The kit goes there once a document.
 */
export async function ask<A, R>(
  { tab, marks }: Asked,
  script: (kit: Kit, argument: A) => R,
  argument: A,
): Promise<R> {
  const call = `(${script})(globalThis.lapseKit, ${JSON.stringify(argument ?? null)})`;
  const ready = `globalThis.lapseKit?.purpose === ${JSON.stringify(marks.purpose)}`;
  const answer = await tab.evaluate(`${ready} ? ${call} : ${JSON.stringify(noKit)}`);
  if (answer !== noKit) return answer as R;
  return (await tab.evaluate(`(globalThis.lapseKit = ${kitSource(marks)}, ${call})`)) as R;
}

/** The same, asked again of the new document where the old one went away meanwhile. */
export async function askAgain<A, R>(
  asked: Asked,
  script: (kit: Kit, argument: A) => R,
  argument: A,
): Promise<R> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(asked, script, argument);
    } catch (cause) {
      if (!(cause instanceof TabNavigated) || tries >= 4) throw cause;
    }
  }
}
