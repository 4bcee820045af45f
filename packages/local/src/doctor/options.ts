import { parseArgs } from "node:util";
import { linkedIn, readSite } from "../command/site.ts";
import { UsageError } from "../command/usage.ts";

export interface DoctorOptions {
  readonly sessionFile: string;
  /** An origin, without a slash at its end. */
  readonly site: string;
  readonly skeleton: boolean;
  readonly json: boolean;
}

/** Reads the options of `lapse doctor`. Throws UsageError. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions {
  const { values } = parse(args);
  if (values.session === undefined)
    throw new UsageError(
      "--session FILE is missing: the member's session, as JSON; see 'lapse doctor --help'.",
    );
  return {
    sessionFile: values.session,
    site: readSite(values.site ?? linkedIn),
    skeleton: values.skeleton ?? false,
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        session: { type: "string" },
        site: { type: "string" },
        skeleton: { type: "boolean" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new UsageError(`${said.replace(/\.? To specify.*$/, "")}; see 'lapse doctor --help'.`, { cause });
  }
}
