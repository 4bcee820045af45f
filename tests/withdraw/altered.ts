import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site in front of another, on a port of its own. */
export interface Altered {
  readonly origin: string;
  close(): Promise<void>;
}

/** What the site answers for a path in place of the page, or the page with something else on it. */
export type Alter = (path: string, page: string) => string | { readonly redirect: string };

/**
 * Passes everything on to a replica and changes its profile pages on their way back, or whatever lies at the paths that
 * `alters` names: for pages it cannot make.
 */
export async function alteredSite(
  origin: string,
  alter: Alter,
  alters = (path: string) => path.startsWith("/in/"),
): Promise<Altered> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = request.url ?? "/";
    const own = new Headers({ host: new URL(origin).host });
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value !== "string" || /^(connection|accept-encoding|host)$/.test(name)) continue;
      own.set(name, /^(origin|referer)$/.test(name) ? value.replace(/^http:\/\/[^/]+/, origin) : value);
    }
    const answer = await fetch(`${origin}${path}`, {
      method: request.method ?? "GET",
      headers: own,
      redirect: "manual",
      ...(parts.length === 0 ? {} : { body: Buffer.concat(parts) }),
    });
    const text = await answer.text();
    const here = `http://${request.headers.host}`;
    const altered = alters(path) ? alter(path, text) : text;
    if (typeof altered !== "string") {
      response.writeHead(301, { location: altered.redirect }).end();
      return;
    }
    const kept = [...answer.headers].filter(
      ([name]) =>
        !/^(content-length|content-encoding|transfer-encoding|connection|keep-alive|set-cookie)$/.test(name),
    );
    response.writeHead(
      answer.status,
      [
        ...kept.map(([name, value]) => [name, value.replaceAll(origin, here)] as [string, string]),
        ...answer.headers.getSetCookie().map((value) => ["set-cookie", value] as [string, string]),
      ].flat(),
    );
    response.end(altered.replaceAll(origin, here));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
