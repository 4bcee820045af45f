import type { Stop, StopSwitch } from "@lapse/functions/store/stopSwitch";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { optionsOf } from "../command/options.ts";
import { type Place, placeOptions } from "../command/place.ts";
import { withStorage } from "../command/storageAt.ts";
import type { Streams } from "../command/streams.ts";
import { UsageError } from "../command/usage.ts";
import { stopAsJson, stopInWords } from "./words.ts";

/** `lapse stop`: stops everything. Returns the exit status; throws UsageError, StackRefused and OperatorError. */
export async function stopCommand(args: readonly string[], streams: Streams): Promise<number> {
  const values = optionsOf("stop", args, { ...placeOptions, reason: { type: "string" } });
  const reason = values.reason === undefined ? null : readReason(values.reason);
  const stop = await withStorage(values, reportOn(streams), ({ stopSwitch }) => stopSwitch.set(reason));
  streams.out.write(
    values.json === true
      ? json(stop)
      : `Everything is stopped since ${stopInWords(stop, systemClock.now())}\nWhat runs makes no further click; 'lapse resume' lets it all go on.\n`,
  );
  return 0;
}

/** `lapse resume`: lets everything go on. Returns the exit status; throws UsageError, StackRefused and OperatorError. */
export async function resumeCommand(args: readonly string[], streams: Streams): Promise<number> {
  const values = optionsOf("resume", args, placeOptions);
  const over = await withStorage(values, reportOn(streams), ({ stopSwitch }) => stopSwitch.clear());
  streams.out.write(values.json === true ? json(null) : `${overInWords(over)}\n`);
  return 0;
}

/** The part of `lapse status` that can be had of a table on AWS: its members are nobody's to list on a terminal. */
export async function tableStatus(where: Place & { json?: boolean }, streams: Streams): Promise<number> {
  const stop = await withStorage(where, reportOn(streams), ({ stopSwitch }) => stopSwitch.get());
  const words =
    stop === null
      ? "Nothing is stopped.\n"
      : `Everything is stopped since ${stopInWords(stop, systemClock.now())}\n`;
  streams.out.write(where.json === true ? json(stop) : words);
  return 0;
}

function overInWords(over: Awaited<ReturnType<StopSwitch["clear"]>>): string {
  if (over === null) return "Nothing was stopped.";
  if (over === "unreadable")
    return "Everything goes on; since when it was stopped, and why, could not be read.";
  return `Everything goes on; it was stopped since ${stopInWords(over, systemClock.now())}`;
}

function readReason(text: string): string {
  if (text.length > 500 || /\p{Cc}/u.test(text))
    throw new UsageError("--reason must be one line of at most 500 characters.");
  return text.trim();
}

function json(stop: Stop | null): string {
  return `${JSON.stringify({ stopped: stopAsJson(stop) }, null, 2)}\n`;
}

function reportOn({ err }: Streams): (line: string) => void {
  return (line) => void err.write(`lapse: ${line}\n`);
}
