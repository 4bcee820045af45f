import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { runEmulator } from "./runEmulator.ts";

const dynalite: (options: { path: string; createTableMs: number }) => Server = createRequire(import.meta.url)(
  "dynalite",
);

await runEmulator(async ({ port, folder }) => {
  const server = dynalite({ path: folder, createTableMs: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
});
