import { bundledFunctions, type FunctionName } from "../../infra/bundling.ts";
import { budgets, overBudget, sized } from "./budgets.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { chain } from "./chain.ts";
import { type Fifty, fifty } from "./fifty.ts";
import { kills } from "./kills.ts";
import { type FunctionMeasure, writeMeasured } from "./measured.ts";
import { help, optionsIn, type Part } from "./options.ts";
import { runtimeInterfaceClient } from "./ric.ts";
import { CannotRun, CheckFailed, must, say, table } from "./say.ts";
import { type Surroundings, surroundings } from "./surroundings.ts";

const options = optionsIn(process.argv.slice(2));
switch (options.kind) {
  case "help":
    console.log(help);
    break;
  case "wrong":
    console.error(`lambda:check: ${options.sentence} (--help says more)`);
    process.exitCode = 2;
    break;
  case "run":
    process.exitCode = await check(new Set(options.parts));
}

/** Resolves to the exit status. */
async function check(parts: ReadonlySet<Part>): Promise<number> {
  let here: Surroundings | undefined;
  // Whoever presses Ctrl-C leaves no browser, no emulator and no folder behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void (here?.stop() ?? Promise.resolve()).finally(() => process.exit(1)));
  try {
    if (parts.has("bundles")) await bundles();
    if (parts.size === 1 && parts.has("bundles")) return 0;
    here = await surroundings(await runtimeInterfaceClient());
    const functions = parts.has("functions") ? await chain(here) : null;
    if (functions !== null) console.log(times(functions));
    const warm = parts.has("fifty") ? await fifty(here) : null;
    if (functions !== null && warm !== null) write(functions, warm);
    if (parts.has("kills")) await kills(here);
    say("everything holds");
    return 0;
  } catch (fault) {
    if (!(fault instanceof CannotRun || fault instanceof CheckFailed)) throw fault;
    console.error(`lambda:check: ${fault.message}`);
    for (const line of here?.faults() ?? []) console.error(`  ${line.slice(0, 2_000)}`);
    return 1;
  } finally {
    await here?.stop();
  }
}

async function bundles(): Promise<void> {
  const names = Object.keys(bundledFunctions) as FunctionName[];
  const made: Bundle[] = [];
  for (const name of names) made.push(await bundle(name));
  const limit = (bytes: number | undefined) => (bytes === undefined ? "" : sized(bytes));
  console.log(
    table([
      ["function", "read at start", "budget", "when used", "unpacked", "budget"],
      ...made.map(({ name, startBytes, laterBytes, unpackedBytes }) => [
        ...[name, sized(startBytes), limit(budgets[name].start), sized(laterBytes)],
        ...[sized(unpackedBytes), limit(budgets[name].unpacked)],
      ]),
    ]),
  );
  const over = made.flatMap((each) =>
    overBudget(each.name, each).map((sentence) => `${sentence}: ${weights(each)}`),
  );
  must(over.length === 0, "each bundle keeps to its budget", over);
  say("each bundle keeps to its budget");
}

const weights = ({ heaviest }: Bundle) =>
  heaviest.map(([name, bytes]) => `${name} ${sized(bytes)}`).join(", ");

function times(functions: Readonly<Record<FunctionName, FunctionMeasure>>): string {
  const rows = Object.entries(functions).map(([name, { initMs, warmMs, maxMemoryMb }]) => [
    ...[name, initMs.toFixed(0), name === "Sweep" ? "see below" : warmMs.toFixed(1), maxMemoryMb.toFixed(0)],
  ]);
  return table([["function", "cold start, ms", "warm, ms", "peak memory, MB"], ...rows]);
}

function write(functions: Readonly<Record<FunctionName, FunctionMeasure>>, warm: Fifty): void {
  const { readMs, withdrawalMs, unpackMs, maxMemoryMb } = warm;
  // Its warm time is that of a whole sweep, and its memory that of Node and the browser together.
  const Sweep = { initMs: functions.Sweep.initMs, warmMs: readMs, maxMemoryMb };
  writeMeasured({ ...functions, Sweep }, { readMs, withdrawalMs, unpackMs });
  say(
    `a warm sweep takes ${readMs.toFixed(0)} ms and ${withdrawalMs.toFixed(0)} ms more for a withdrawal; ` +
      `the first of a process ${unpackMs.toFixed(0)} ms more; Node and browser together ${maxMemoryMb.toFixed(0)} MB`,
  );
}
