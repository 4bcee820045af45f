import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage.ts";

/** The options of a command that is about one member of a data directory. */
export const memberOptions = {
  data: { type: "string" },
  member: { type: "string" },
  json: { type: "boolean" },
} as const;

/** The values of a command's options. Throws UsageError for one that is unknown or lacks its value. */
export function optionsOf<T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: false, options }).values;
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const words = said.replace(/\.? To specify.*$/, "");
    throw new UsageError(`${words}; see 'lapse ${command} --help'.`, { cause });
  }
}

/** Says that an option is needed. Throws UsageError. */
export function missing(command: string, option: string, what: string): never {
  throw new UsageError(`${option} is missing: ${what}; see 'lapse ${command} --help'.`);
}
