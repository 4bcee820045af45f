import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { StackRefused } from "./errors.ts";

export interface Served {
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

type Fetch = Hono["fetch"];

/**
 * Serves pages on 127.0.0.1, on the asked port or, where that is taken, on a free one. The pages may come later than
 * the address: they print it.
 * @param exactly whether it is that port or none: then StackRefused is thrown
 */
export async function serve(pages: () => Fetch, port: number, exactly = false): Promise<Served> {
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
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (exactly && (code === "EADDRINUSE" || code === "EACCES")) throw taken(port, code, error);
    if (port !== 0 && code === "EADDRINUSE") return listen(0);
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

function taken(port: number, code: string, cause: unknown): StackRefused {
  const why = code === "EACCES" ? "is not open to this user" : "is in use by another program";
  return new StackRefused(`Port ${port} ${why}: name another with --port.`, { cause });
}
