import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import * as z from "zod";

const start: (config: { host: string; port: number }) => Promise<Server> = createRequire(import.meta.url)(
  "aws-ses-v2-local",
).default;

const stored = z.object({
  emails: z.array(
    z.object({
      from: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ html: z.string(), text: z.string() }),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
});

export type Received = z.output<typeof stored>["emails"][number];

export interface Inbox {
  readonly endpoint: string;
  received(): Promise<readonly Received[]>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** An SES in this process, on loopback only. It keeps its mail per process, so one test file has one inbox. */
export async function startInbox(): Promise<Inbox> {
  const server = await start({ host: "127.0.0.1", port: 0 });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    received: async () => stored.parse(await (await fetch(`${endpoint}/store`)).json()).emails,
    clear: async () => {
      await fetch(`${endpoint}/clear-store`, { method: "POST" });
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
