import type { Redactor } from "@lapse/core/session/redact";

/** What stands beside a message. Values may be anything; they are flattened and masked on their way out. */
export type LogData = Readonly<Record<string, unknown>>;

/** A message is a fixed sentence without values in it, so that lines can be counted; what varies stands beside it. */
export interface Log {
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  /** For what we, or the operator, have to mend. A fault of a member's making is `info`. */
  error(message: string, fault: unknown, data?: LogData): void;
  /** The same log with this on each line, such as a run id. */
  with(data: LogData): Log;
  /** The same log, with this masked in every line from here on. */
  hiding(redact: Redactor): Log;
}

const deepest = 8;

/** A copy of the data as plain JSON values, each text of it, keys included, passed through `redact`. */
export function masked(value: unknown, redact: Redactor, depth = 0): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "bigint") return redact(String(value));
  // A number can be a secret as well as a text can: a cookie of digits alone is parsed into one.
  if (typeof value === "number")
    return redact(String(value)) === String(value) ? value : redact(String(value));
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "[function]" : value;
  if (depth >= deepest) return "[deeper]";
  // Bytes are never printed: the sealed and the unsealed look alike.
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return maskedFault(value, redact, depth);
  if (Array.isArray(value)) return value.map((each) => masked(each, redact, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [redact(key), masked(each, redact, depth + 1)]),
  );
}

/** Only what an error says and where; the properties that SDKs hang on errors can hold whole requests. */
function maskedFault(fault: Error, redact: Redactor, depth: number): unknown {
  const cause = fault.cause === undefined ? {} : { cause: masked(fault.cause, redact, depth + 1) };
  return {
    name: redact(fault.name),
    message: redact(fault.message),
    stack: redact(fault.stack ?? ""),
    ...cause,
  };
}
