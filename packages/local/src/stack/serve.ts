import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export interface Served {
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

type Fetch = Hono["fetch"];

/**
 * Serves pages on 127.0.0.1, on the asked port or, where that is taken, on a free one. The pages may come later than
 * the address: they print it.
 */
export async function serve(pages: () => Fetch, port: number): Promise<Served> {
  const server = createAdaptorServer({ fetch: (request) => pages()(request) });
  const listen = (on: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(on, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(port).catch((error: unknown) => {
    if (port !== 0 && error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      return listen(0);
    throw error;
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    port: given,
    origin: `http://127.0.0.1:${given}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
