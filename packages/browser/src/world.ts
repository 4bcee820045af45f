import { TabLost, TabNavigated } from "@lapse/core/linkedin/visit/tab";
import type { CDPSession } from "puppeteer-core";
import { isClosed } from "./closed.ts";

const worldName = "lapse";
const binding = "lapseChanged";

/** Tells of every mutation, once per task; runs in our own world at the start of each document. */
const observer = `(() => {
  globalThis.__name ??= (f) => f;
  let told = false;
  const tell = () => { if (!told) { told = true; queueMicrotask(() => { told = false; globalThis.${binding}?.(""); }); } };
  new MutationObserver(tell).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener("readystatechange", tell);
})()`;

/**
 * Our own script world in the main frame: it shares the page's elements and nothing else, so that a page can neither
 * see our scripts nor change what they call.
 */
export class World {
  readonly #session: CDPSession;
  readonly #frame: string;
  #context: number | null = null;
  #waiting: (() => void)[] = [];

  private constructor(session: CDPSession, frame: string) {
    this.#session = session;
    this.#frame = frame;
  }

  static async open(session: CDPSession, onChange: () => void): Promise<World> {
    const { frameTree } = await session.send("Page.getFrameTree");
    const world = new World(session, frameTree.frame.id);
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const about = context.auxData as { frameId?: string; isDefault?: boolean } | undefined;
      if (context.name === worldName && about?.frameId === world.#frame) world.#arrived(context.id);
    });
    session.on("Runtime.executionContextDestroyed", ({ executionContextId }) => {
      if (world.#context === executionContextId) world.#context = null;
      onChange();
    });
    session.on("Runtime.executionContextsCleared", () => {
      world.#context = null;
      onChange();
    });
    session.on("Runtime.bindingCalled", (event) => {
      if (event.name === binding) onChange();
    });
    await session.send("Runtime.enable");
    await session.send("Runtime.addBinding", { name: binding, executionContextName: worldName });
    await session.send("Page.addScriptToEvaluateOnNewDocument", { source: observer, worldName });
    return world;
  }

  /** The value of an expression, by value. Throws TabNavigated when the document went away meanwhile. */
  async evaluate(expression: string): Promise<unknown> {
    const result = await this.#run(expression);
    return result.value;
  }

  async #run(expression: string) {
    const contextId = await this.#ready();
    try {
      const answer = await this.#session.send("Runtime.evaluate", {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (answer.exceptionDetails !== undefined) {
        // The message of a script of ours, with the page's own text possibly in it: only its first line is kept.
        const text = answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text;
        throw new Error(`a script of ours failed in the page: ${text.split("\n")[0]?.slice(0, 200) ?? ""}`);
      }
      return answer.result;
    } catch (cause) {
      if (isClosed(cause)) throw new TabLost("the browser went away", { cause });
      if (cause instanceof Error && /context|Inspected target navigated/i.test(cause.message)) {
        if (this.#context === contextId) this.#context = null;
        throw new TabNavigated("the document was replaced", { cause });
      }
      throw cause;
    }
  }

  #arrived(id: number): void {
    this.#context = id;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Between two documents there is no world; one comes with the next. */
  async #ready(): Promise<number> {
    if (this.#context === null) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 5_000);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    if (this.#context === null) throw new TabNavigated("no document came");
    return this.#context;
  }
}
