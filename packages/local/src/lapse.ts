import { readFileSync } from "node:fs";
import { Interrupted } from "./command/interrupted.ts";
import { secretsNamedBy } from "./command/secretsNamed.ts";
import type { Streams } from "./command/streams.ts";
import { UsageError } from "./command/usage.ts";
import { connectHelp } from "./connect/help.ts";
import { doctorHelp } from "./doctor/help.ts";
import { exportHelp } from "./export/help.ts";
import { leaveHelp } from "./leave/help.ts";
import { previewHelp } from "./preview/help.ts";
import { serveHelp } from "./serve/help.ts";
import { statusHelp } from "./status/help.ts";
import { resumeHelp, stopHelp } from "./stop/help.ts";
import { lapseHelp, sweepHelp } from "./sweep/help.ts";
import { withdrawHelp } from "./withdraw/help.ts";

const startedAt = Math.floor(performance.timeOrigin);
const [name, ...args] = process.argv.slice(2);
// Whoever read the output is gone: the work goes on, is recorded, and ends with its own status.
process.stderr.on("error", () => undefined);
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code !== "EPIPE") process.stderr.write(`lapse: what it had to say could not be written (${code}).\n`);
});
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

interface Invocation {
  readonly streams: Streams;
  readonly signal: AbortSignal;
}

interface Command {
  readonly help: string;
  /** Loads what the command needs, and only that, and runs it; resolves to the exit status. */
  run(invocation: Invocation): Promise<number>;
}

function commandNamed(name: string): Command | null {
  switch (name) {
    case "serve":
      return {
        help: serveHelp,
        run: async ({ streams, signal }) =>
          (await import("./serve/command.ts")).serveCommand(args, streams, signal),
      };
    case "connect":
      return {
        help: connectHelp,
        run: async ({ streams, signal }) =>
          (await import("./connect/command.ts")).connectCommand(args, streams, signal),
      };
    case "preview":
      return {
        help: previewHelp,
        run: async ({ streams, signal }) =>
          (await import("./preview/command.ts")).previewCommand(args, streams, startedAt, signal),
      };
    case "status":
      return {
        help: statusHelp,
        run: async ({ streams }) => (await import("./status/command.ts")).statusCommand(args, streams),
      };
    case "stop":
      return {
        help: stopHelp,
        run: async ({ streams }) => (await import("./stop/command.ts")).stopCommand(args, streams),
      };
    case "resume":
      return {
        help: resumeHelp,
        run: async ({ streams }) => (await import("./stop/command.ts")).resumeCommand(args, streams),
      };
    case "export":
      return {
        help: exportHelp,
        run: async ({ streams }) => (await import("./export/command.ts")).exportCommand(args, streams),
      };
    case "leave":
      return {
        help: leaveHelp,
        run: async ({ streams, signal }) =>
          (await import("./leave/command.ts")).leaveCommand(args, streams, signal),
      };
    case "sweep":
      return {
        help: sweepHelp,
        run: async ({ streams, signal }) =>
          (await import("./sweep/command.ts")).sweepCommand(args, streams, startedAt, signal),
      };
    case "withdraw":
      return {
        help: withdrawHelp,
        run: async ({ streams, signal }) =>
          (await import("./withdraw/command.ts")).withdrawCommand(args, streams, startedAt, signal),
      };
    case "doctor":
      return {
        help: doctorHelp,
        run: async ({ streams, signal }) =>
          (await import("./doctor/command.ts")).doctorCommand(args, streams, startedAt, signal),
      };
    default:
      return null;
  }
}

async function dispatch(signal: AbortSignal): Promise<number> {
  switch (name) {
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
    default: {
      const command = commandNamed(name);
      if (command === null) throw new UsageError(`there is no command "${name}"; see 'lapse --help'.`);
      if (args.some((argument) => argument === "--help" || argument === "-h")) return say(command.help);
      return command.run({ streams: { out: process.stdout, err: process.stderr }, signal });
    }
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
  if (cause instanceof Interrupted) {
    process.stderr.write(`lapse: ${oneLine(cause.message)}\n`);
    return 8;
  }
  const known =
    cause instanceof Error &&
    /^(Browser(Missing|Failed)|Stack(Refused|Failed)|OperatorError)$/.test(cause.name);
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
