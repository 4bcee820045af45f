import { readFileSync } from "node:fs";
import { secretsNamedBy } from "./command/secretsNamed.ts";
import { UsageError } from "./command/usage.ts";
import { doctorHelp } from "./doctor/help.ts";
import { lapseHelp, sweepHelp } from "./sweep/help.ts";
import { withdrawHelp } from "./withdraw/help.ts";

const startedAt = Math.floor(performance.timeOrigin);
const [command, ...args] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  const interrupted = new AbortController();
  // The first one asks for a clean end; the browser has its own process group and does not see it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => interrupted.abort());
  try {
    return await dispatch(interrupted.signal);
  } catch (cause) {
    return report(cause);
  }
}

async function dispatch(signal: AbortSignal): Promise<number> {
  const asksHelp = args.some((argument) => argument === "--help" || argument === "-h");
  switch (command) {
    case "sweep": {
      if (asksHelp) return say(sweepHelp);
      const { sweepCommand } = await import("./sweep/command.ts");
      return sweepCommand(args, { out: process.stdout, err: process.stderr }, startedAt, signal);
    }
    case "withdraw": {
      if (asksHelp) return say(withdrawHelp);
      const { withdrawCommand } = await import("./withdraw/command.ts");
      return withdrawCommand(args, { out: process.stdout, err: process.stderr }, startedAt, signal);
    }
    case "doctor": {
      if (asksHelp) return say(doctorHelp);
      const { doctorCommand } = await import("./doctor/command.ts");
      return doctorCommand(args, { out: process.stdout, err: process.stderr }, startedAt, signal);
    }
    case "--version": {
      const about = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
        version: string;
      };
      return say(`${about.version}\n`);
    }
    case undefined:
    case "help":
    case "-h":
    case "--help":
      return say(lapseHelp);
    default:
      throw new UsageError(`there is no command "${command}"; see 'lapse --help'.`);
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** One line on standard error. What the browser or the system said stays out of it: it could hold what is secret. */
function report(cause: unknown): number {
  if (cause instanceof UsageError) {
    const clean = secretsNamedBy(args);
    process.stderr.write(`lapse: ${oneLine(clean(cause.message))}\n`);
    return 2;
  }
  const known = cause instanceof Error && /^Browser(Missing|Failed)$/.test(cause.name);
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  const words = known
    ? (cause as Error).message
    : `something went wrong inside Lapse (${cause instanceof Error ? cause.name : typeof cause}${code === undefined ? "" : ` ${code}`}); this is ours to mend.`;
  process.stderr.write(`lapse: ${oneLine(words)}\n`);
  return 1;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ");
}
