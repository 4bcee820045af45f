import { type FileOptions, fileOptions, readFileOptions } from "../command/fileOptions.ts";
import { optionsOf } from "../command/options.ts";

export interface DoctorOptions extends FileOptions {
  readonly skeleton: boolean;
}

const command = "doctor";

/** Reads the options of `lapse doctor`. Throws UsageError. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions {
  const values = optionsOf(command, args, { ...fileOptions, skeleton: { type: "boolean" } });
  return { ...readFileOptions(command, values), skeleton: values.skeleton ?? false };
}
