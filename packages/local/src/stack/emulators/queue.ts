import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { startFauxqs } from "fauxqs";
import { region } from "../environment.ts";
import { runEmulator } from "./runEmulator.ts";

await runEmulator(async ({ port, folder, firstStart }) => {
  if (firstStart) releaseMessagesInHand(join(folder, "fauxqs.db"));
  const server = await startFauxqs({ port, dataDir: folder, defaultRegion: region, logger: false });
  return { port: server.port, close: () => server.stop() };
});

/**
 * A message in hand belonged to a stack that is gone: it is ready again, and the receive that was cut short does not
 * count towards the dead-letter queue. Otherwise a killed stack would wait for the visibility timeout.
 */
function releaseMessagesInHand(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sqs_messages'").get() === undefined)
      return;
    database.exec(`UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL,
      approximate_receive_count = max(0, approximate_receive_count - 1) WHERE receipt_handle IS NOT NULL`);
  } finally {
    database.close();
  }
}
