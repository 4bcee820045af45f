import type { Intended } from "@lapse/core/linkedin/tab";
import type { CDPSession, Protocol } from "puppeteer-core";

/**
 * While set, holds each fetch of the page until `allow` has seen it, and stops it where that says false. On only for
 * the moment between the confirming click and its answer: holding every request would be slower than loading it.
 */
export class Guard {
  readonly #session: CDPSession;
  #allow: ((request: Intended) => boolean) | null = null;

  constructor(session: CDPSession) {
    this.#session = session;
    session.on("Fetch.requestPaused", (event) => void this.#paused(event));
  }

  async set(allow: ((request: Intended) => boolean) | null): Promise<void> {
    const was = this.#allow;
    this.#allow = allow;
    if (allow === null && was !== null) await this.#session.send("Fetch.disable");
    if (allow !== null && was === null) {
      const types: Protocol.Network.ResourceType[] = ["XHR", "Fetch", "Ping", "Other"];
      await this.#session.send("Fetch.enable", {
        patterns: types.map((resourceType) => ({
          urlPattern: "*",
          resourceType,
          requestStage: "Request" as const,
        })),
      });
    }
  }

  async #paused(event: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { method, url, postData, hasPostData } = event.request;
    // A body that is not shown cannot be vouched for.
    const hidden = hasPostData === true && postData === undefined && /withdraw|server-request/i.test(url);
    const allowed = !hidden && (this.#allow?.({ method, url, body: postData ?? null }) ?? true);
    try {
      if (allowed) await this.#session.send("Fetch.continueRequest", { requestId: event.requestId });
      else
        await this.#session.send("Fetch.failRequest", {
          requestId: event.requestId,
          errorReason: "BlockedByClient",
        });
    } catch {
      // The guard was lifted, or the page left, while this request was held.
    }
  }
}
