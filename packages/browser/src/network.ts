import type { Exchange } from "@lapse/core/linkedin/visit/tab";
import type { CDPSession, Protocol } from "puppeteer-core";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Entry = Mutable<Exchange>;

/** Answers above this many characters hold no list of ours. */
const textLimit = 8 << 20;
/** How many requests are remembered, and how many of their answers; the oldest are forgotten. */
const memory = 600;
const texts = 60;

/** Remembers what the page asked for and what it was answered. */
export class Network {
  readonly #session: CDPSession;
  readonly #onChange: () => void;
  readonly #entries: Entry[] = [];
  readonly #open = new Map<string, Entry>();
  #next = 0;

  constructor(session: CDPSession, onChange: () => void) {
    this.#session = session;
    this.#onChange = onChange;
    session.on("Network.requestWillBeSent", (event) => this.#asked(event));
    session.on("Network.responseReceived", (event) => this.#answered(event));
    session.on("Network.loadingFinished", (event) => void this.#finished(event.requestId));
    session.on("Network.loadingFailed", (event) => this.#failed(event));
  }

  mark(): number {
    return this.#next;
  }

  since(n: number): readonly Exchange[] {
    return this.#entries.filter((entry) => entry.n >= n);
  }

  #asked(event: Protocol.Network.RequestWillBeSentEvent): void {
    const known = this.#open.get(event.requestId);
    if (known !== undefined) {
      // A redirect goes on under the same id.
      known.answeredBy = event.request.url;
      return;
    }
    const entry: Entry = {
      n: this.#next++,
      kind: kindOf(event.type),
      method: event.request.method,
      url: event.request.url,
      answeredBy: null,
      requestBody: event.request.postData ?? null,
      status: null,
      failure: null,
      text: null,
      ended: false,
      once: null,
    };
    this.#open.set(event.requestId, entry);
    this.#entries.push(entry);
    if (this.#entries.length > memory) this.#entries.shift();
    this.#onChange();
  }

  #answered(event: Protocol.Network.ResponseReceivedEvent): void {
    const entry = this.#open.get(event.requestId);
    if (entry === undefined) return;
    entry.status = event.response.status;
    entry.once = wasSentOnce(event.response.timing);
    entry.answeredBy = event.response.url;
    this.#onChange();
  }

  async #finished(requestId: string): Promise<void> {
    const entry = this.#open.get(requestId);
    if (entry === undefined) return;
    if (entry.kind !== "other") {
      try {
        const answer = await this.#session.send("Network.getResponseBody", { requestId });
        const text = answer.base64Encoded ? Buffer.from(answer.body, "base64").toString("utf8") : answer.body;
        entry.text = text.length > textLimit ? null : text;
        this.#forgetTexts();
      } catch {
        // The document that asked is gone, and its answer with it.
      }
    }
    this.#open.delete(requestId);
    entry.ended = true;
    this.#onChange();
  }

  /** A list of thousands comes in hundreds of answers; whoever wants one reads it as it comes. */
  #forgetTexts(): void {
    const held = this.#entries.filter((entry) => entry.text !== null);
    for (const old of held.slice(0, -texts)) old.text = null;
  }

  #failed(event: Protocol.Network.LoadingFailedEvent): void {
    const entry = this.#open.get(event.requestId);
    if (entry === undefined) return;
    this.#open.delete(event.requestId);
    entry.failure = event.errorText;
    entry.ended = true;
    this.#onChange();
  }
}

/** Up to this, ms, a busy computer may be what kept it waiting. */
const notable = 10;

/**
 * A request that Chromium sends again is sent over another connection, after the whole of the first attempt, and that
 * took about as long as an answer takes. One that is sent once begins to connect, or to be sent, at once.
 */
export function wasSentOnce(timing: Protocol.Network.ResourceTiming | undefined): boolean {
  if (timing === undefined) return false;
  const { proxyStart, dnsStart, connectStart, sendStart, sendEnd, receiveHeadersEnd } = timing;
  // Minus one stands for what was not needed.
  const began = Math.min(...[proxyStart, dnsStart, connectStart, sendStart].filter((at) => at >= 0));
  return began < Math.max(notable, 0.7 * (receiveHeadersEnd - sendEnd));
}

function kindOf(type: Protocol.Network.ResourceType | undefined): Exchange["kind"] {
  if (type === "Document") return "document";
  return type === "Fetch" || type === "XHR" ? "fetch" : "other";
}
