import { dataOptionHelp } from "./dataFolder.ts";

/** The options of a command that works on a data directory or on a table on AWS. */
export const placeOptions = {
  data: { type: "string" },
  table: { type: "string" },
  json: { type: "boolean" },
} as const;

export const placeOptionHelp = `${dataOptionHelp}
  --table NAME     the table on AWS, in place of a data directory; credentials and
                   region are found as other AWS tools find them (AWS_PROFILE,
                   AWS_REGION); it reads the table's description first`;

/** Where members are, as `--data` and `--table` say it. */
export interface Place {
  readonly data?: string | undefined;
  readonly table?: string | undefined;
}
