import type { RequestListener, Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { inboxPages } from "./inbox.ts";
import { keepMails, type MailStore } from "./mailFile.ts";
import { runEmulator } from "./runEmulator.ts";

const require = createRequire(import.meta.url);
const ses: {
  default: (config: { host: string; port: number }) => Promise<Server>;
} = require("aws-ses-v2-local");
// The package keeps mails in memory only and offers no way to put them back, so its store is reached for directly.
const { getStoreReadonly } = require("aws-ses-v2-local/dist/store.js") as {
  getStoreReadonly: () => MailStore;
};

await runEmulator(async ({ port, folder }) => {
  const store = getStoreReadonly();
  keepMails(store, join(folder, "mails.jsonl"));
  const server = await listening(ses.default({ host: "127.0.0.1", port }));
  // The package's own page shows no headers and needs JavaScript; ours answers what a person opens.
  const api = server.listeners("request")[0] as RequestListener;
  const pages = getRequestListener(inboxPages(() => store.emails).fetch);
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const isPage = request.method === "GET" && /^\/(?:$|mails\/|\?)/.test(request.url ?? "");
    if (isPage) void pages(request, response);
    else api(request, response);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
});

/** The package never rejects when its port is taken: express passes the error to the listening callback. */
async function listening(started: Promise<Server>): Promise<Server> {
  const server = await started;
  if (server.listening) return server;
  throw Object.assign(new Error("the port is taken"), { code: "EADDRINUSE" });
}
