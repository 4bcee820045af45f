import { display } from "./demo/display.ts";
import { runLocal } from "./demo/run.ts";
import { startHelp, startOptions } from "./demo/startOptions.ts";
import { oneLine } from "./stack/oneLine.ts";
import { stopSignal } from "./stack/signals.ts";

const status = await main();
// Whatever a library still keeps open has nothing more to do.
process.exit(status);

/** `npm start`: 0 when it ended well or was stopped while it waited, 1 when not, 2 for wrong options. */
async function main(): Promise<number> {
  const options = startOptions(process.argv.slice(2));
  if (options.kind === "help") {
    process.stdout.write(startHelp);
    return 0;
  }
  if (options.kind === "wrong") {
    process.stderr.write(`lapse: ${options.why}; see npm start -- --help\n`);
    return 2;
  }
  const show = display(process.stdout);
  const stopping = stopSignal(() => show.now("stopping: what is in hand is finished first"));
  try {
    const problems = await runLocal({ ...options, show, signal: stopping });
    show.live("");
    if (!options.once) return 0;
    for (const problem of problems) process.stderr.write(`lapse: ${problem}\n`);
    if (stopping.aborted) process.stderr.write("lapse: stopped before the end\n");
    return problems.length > 0 || stopping.aborted ? 1 : 0;
  } catch (error) {
    show.live("");
    process.stderr.write(`lapse: ${oneLine(error)}\n`);
    return 1;
  }
}
