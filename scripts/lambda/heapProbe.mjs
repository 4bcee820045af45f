// Loaded before a function by the check alone: at a signal it collects garbage and writes what is still held.
import { writeFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";

process.on("SIGUSR2", async () => {
  // What is let go of when something else is collected goes one turn later.
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(process.env.LAPSE_HEAP_FILE ?? "", String(heapUsed + external));
});
