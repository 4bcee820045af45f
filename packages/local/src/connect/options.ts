import { dataFolder } from "../command/dataFolder.ts";
import { memberOptions, optionsOf } from "../command/options.ts";
import { readSite } from "../command/site.ts";

export interface ConnectOptions {
  /** An absolute path. */
  readonly data: string;
  readonly member: string | undefined;
  /** An origin; null for that of the data directory. */
  readonly site: string | null;
  readonly json: boolean;
}

/** Reads the options of `lapse connect`. Throws UsageError. */
export function readConnectOptions(args: readonly string[]): ConnectOptions {
  const values = optionsOf("connect", args, { ...memberOptions, site: { type: "string" } });
  return {
    data: dataFolder(values.data),
    member: values.member,
    site: values.site === undefined ? null : readSite(values.site),
    json: values.json ?? false,
  };
}
