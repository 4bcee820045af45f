import { missing, optionsOf, sessionOption } from "../command/options.ts";
import { linkedIn, readSite } from "../command/site.ts";

export interface DoctorOptions {
  readonly sessionFile: string;
  /** An origin, without a slash at its end. */
  readonly site: string;
  readonly skeleton: boolean;
  readonly json: boolean;
}

const command = "doctor";
const known = {
  session: { type: "string" },
  site: { type: "string" },
  skeleton: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** Reads the options of `lapse doctor`. Throws UsageError. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions {
  const values = optionsOf(command, args, known);
  return {
    sessionFile: values.session ?? missing(command, ...sessionOption),
    site: readSite(values.site ?? linkedIn),
    skeleton: values.skeleton ?? false,
    json: values.json ?? false,
  };
}
