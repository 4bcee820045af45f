import type { SessionCookie } from "../../session/session.ts";

/** A request that the page made, and what came of it. */
export interface Exchange {
  /** Rises with every request. */
  readonly n: number;
  readonly kind: "document" | "fetch" | "other";
  readonly method: string;
  /** Of the first request; `answeredBy` is where redirects ended. */
  readonly url: string;
  readonly answeredBy: string | null;
  readonly requestBody: string | null;
  /** Null until headers came, and where the connection failed. */
  readonly status: number | null;
  /** Chromium's name of the failure (`net::ERR_…`), null where there was none. */
  readonly failure: string | null;
  /** Body of a text answer of a fetch or the main document, null until it is complete. */
  readonly text: string | null;
  readonly ended: boolean;
  /**
   * False where it may have been sent twice, null until headers came. Where a connection breaks, Chromium sends the
   * request again by itself, and shows one request all the same.
   */
  readonly once: boolean | null;
}

/** How a navigation of the main frame ended. */
export interface Arrival {
  readonly url: string;
  readonly status: number | null;
  readonly failure: string | null;
  /** The answer's `Date` and when it was heard, both ms since 1970; null where it had none. */
  readonly date: { readonly site: number; readonly host: number } | null;
  /** The answer's body, null where it could not be had. */
  readonly text: string | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A request that the page is about to make. */
export interface Intended {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
}

/**
 * One browser tab, as narrow as the sweep needs it. Scripts run in a world of their own, where the page can neither
 * see nor change them. Implemented over the DevTools protocol in the `browser` package.
 */
export interface Tab {
  /** Goes to an address; resolves when the document is parsed, or failed. Never throws for a site's failure. */
  open(url: string, timeoutMs: number): Promise<Arrival>;
  /** Evaluates an expression in the main frame; throws TabNavigated when the document went away meanwhile. */
  evaluate(expression: string): Promise<unknown>;
  /** Moves the pointer there, and resolves when the page has seen it. */
  hover(at: Point): Promise<void>;
  /** A trusted click of the left button. */
  press(at: Point): Promise<void>;
  /** Presses and lets go of Escape, which closes a modal dialog without an answer. */
  escape(): Promise<void>;
  /** How many of the page's listeners for clicks lie on what is at a point and on what encloses it. */
  clickListeners(at: Point): Promise<number>;
  /** The number that the next request will have. */
  mark(): number;
  /** Requests of the main frame and its frames since a mark, oldest first. */
  exchanges(since: number): readonly Exchange[];
  /** Rises with every mutation, navigation and network event. */
  version(): number;
  /** Resolves when `version` is above the one given, or after `timeoutMs`. */
  changed(version: number, timeoutMs: number): Promise<void>;
  /** While set, each fetch of the page is shown to `allow` before it leaves, and stopped where that says false. */
  guard(allow: ((request: Intended) => boolean) | null): void;
  /** The address that the main frame shows. */
  url(): string;
  /** The cookies that would be sent to the site. */
  cookies(): Promise<readonly SessionCookie[]>;
}

/** The document was replaced while it was being asked. Not an error of anybody's: look again. */
export class TabNavigated extends Error {
  override readonly name = "TabNavigated";
}

/** The browser died or was closed under the sweep. Ours to bear; trying again can help. */
export class TabLost extends Error {
  override readonly name = "TabLost";
  readonly actor = "us";
  readonly retry = true;
}
