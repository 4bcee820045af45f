import type { IncomingMessage, ServerResponse } from "node:http";

/** What a function returns that has seen to the answer: no branch can forget to. */
export type Answered = "answered";

const mostBytes = 1_000_000;

/** One request and its one answer, with what a misbehaving site needs: odd statuses, silence, a broken line. */
export class Exchange {
  readonly method: string;
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  readonly userAgent: string;
  readonly body: string;
  /** 0 until it is answered, and for ever where the answer is silence. */
  status = 0;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse, body: string) {
    this.#request = request;
    this.#response = response;
    this.method = request.method ?? "GET";
    this.url = new URL(request.url ?? "/", "http://replica.invalid");
    this.cookies = cookiesIn(request.headers.cookie ?? "");
    this.userAgent = request.headers["user-agent"] ?? "";
    this.body = body;
  }

  header(name: string): string | null {
    const value = this.#request.headers[name];
    return typeof value === "string" ? value : null;
  }

  /** The time in the answer's `Date`, in milliseconds: Node would print its own. */
  dateIs(ms: number): void {
    this.#response.setHeader("date", new Date(ms).toUTCString());
  }

  setCookie(cookie: string): void {
    this.#response.appendHeader("set-cookie", cookie);
  }

  answer(status: number, contentType: string, body: string | Uint8Array, headers = {}): Answered {
    this.status = status;
    const reason = status === 999 ? "Request denied" : undefined;
    const all = { "content-type": contentType, "cache-control": "no-store", ...headers };
    if (reason === undefined) this.#response.writeHead(status, all);
    else this.#response.writeHead(status, reason, all);
    this.#response.end(body);
    return "answered";
  }

  html(status: number, body: string): Answered {
    return this.answer(status, "text/html; charset=utf-8", body);
  }

  /** The form in which the site answers its own scripts. */
  octets(status: number, body: string): Answered {
    return this.answer(status, "application/octet-stream", body);
  }

  redirect(to: string, status: 302 | 303 = 302): Answered {
    return this.answer(status, "text/html; charset=utf-8", "", { location: to });
  }

  /** Never answers; the connection stays open. */
  silence(): Answered {
    return "answered";
  }

  /** Breaks the connection without an answer. */
  drop(): Answered {
    this.#request.socket.destroy();
    return "answered";
  }
}

/** The body as text; null when it is larger than any page of ours sends. */
export async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > mostBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function cookiesIn(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return at < 0 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return new Map(pairs.filter(([name]) => name !== ""));
}

/** Cookies are compared without the quotes that LinkedIn puts around some of them. */
export const unquoted = (value: string): string => value.replace(/^"(.*)"$/, "$1");
