import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerControl } from "../control/control.ts";
import { handle } from "../site/handle.ts";
import type { Site } from "../site/site.ts";
import { bodyOf, Exchange } from "./exchange.ts";

export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the site and its control page on 127.0.0.1; port 0 takes a free one. */
export async function listen(site: Site, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      // Our own mistake, or a browser that left half way: never a reason to end the replica.
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end(error instanceof Error ? (error.stack ?? error.message) : "unknown error");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the replica has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Stalled requests would keep it open for ever.
        server.closeAllConnections();
      }),
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413).end();
    return;
  }
  const exchange = new Exchange(request, response, body);
  if (!answerControl(site, exchange)) await handle(site, exchange);
}
