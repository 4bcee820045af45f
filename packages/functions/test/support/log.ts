import { type Log, type LogData, masked } from "../../src/log/log.ts";

export interface Line {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly data: unknown;
}

/** A log that keeps its lines, masked as the real one masks them. */
export function keptLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const over = (always: LogData, redact: (text: string) => string): Log => {
    const keep = (level: Line["level"], message: string, data: LogData | undefined) =>
      void lines.push({ level, message, data: masked({ ...always, ...data }, redact) });
    return {
      info: (message, data) => keep("info", message, data),
      warn: (message, data) => keep("warn", message, data),
      error: (message, fault, data) => keep("error", message, { ...data, fault }),
      with: (data) => over({ ...always, ...data }, redact),
      hiding: (more) => over(always, (text) => more(redact(text))),
    };
  };
  return { log: over({}, (text) => text), lines };
}
