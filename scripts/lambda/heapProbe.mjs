// Loaded before a function by the check alone: at a signal it collects garbage and writes what is still held.
import { writeFileSync } from "node:fs";

process.on("SIGUSR2", () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(process.env.LAPSE_HEAP_FILE ?? "", String(heapUsed + external));
});
