import type { Intended } from "@lapse/core/linkedin/visit/tab";
import type { CDPSession, Protocol } from "puppeteer-core";

const watched: readonly Protocol.Network.ResourceType[] = ["XHR", "Fetch", "Ping", "Other"];

/**
 * Holds each request that the page's scripts make until `allow` has seen it, and stops it where that says false.
 *
 * It is on from before the first document. Switched on just before a click it would come too late now and then: the
 * page is told of it on another way than of the click, and one request in about thirty slipped past (measured). With
 * nothing to ask, a request is let go at once; that costs a millisecond or two.
 */
export class Guard {
  readonly #session: CDPSession;
  #allow: ((request: Intended) => boolean) | null = null;

  constructor(session: CDPSession) {
    this.#session = session;
    session.on("Fetch.requestPaused", (event) => void this.#paused(event));
  }

  async start(): Promise<void> {
    await this.#session.send("Fetch.enable", {
      patterns: watched.map((resourceType) => ({
        urlPattern: "*",
        resourceType,
        requestStage: "Request" as const,
      })),
    });
  }

  set(allow: ((request: Intended) => boolean) | null): void {
    this.#allow = allow;
  }

  async #paused(event: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { method, url, postData, hasPostData } = event.request;
    const asked = this.#allow;
    // A body that is not shown cannot be vouched for.
    const hidden =
      asked !== null &&
      hasPostData === true &&
      postData === undefined &&
      /withdraw|server-request/i.test(url);
    const allowed = !hidden && (asked?.({ method, url, body: postData ?? null }) ?? true);
    try {
      if (allowed) await this.#session.send("Fetch.continueRequest", { requestId: event.requestId });
      else
        await this.#session.send("Fetch.failRequest", {
          requestId: event.requestId,
          errorReason: "BlockedByClient",
        });
    } catch {
      // The page left while this request was held.
    }
  }
}
