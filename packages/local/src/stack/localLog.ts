import type { Log } from "@lapse/functions/log/log";
import { oneLine } from "./oneLine.ts";

/** The functions' log on a terminal: what went wrong, in one line each; what went well is told elsewhere. */
export function localLog(report: (line: string) => void, redact = (text: string): string => text): Log {
  return {
    info: () => undefined,
    warn: (message) => report(redact(message)),
    error: (message, fault) => report(redact(fault === null ? message : `${message}: ${oneLine(fault)}`)),
    with: () => localLog(report, redact),
    hiding: (more) => localLog(report, (text) => more(redact(text))),
  };
}
