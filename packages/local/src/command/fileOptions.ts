import { missing } from "./options.ts";
import { longestBudget, readSeconds } from "./seconds.ts";
import { linkedIn, readSite } from "./site.ts";
import { UsageError } from "./usage.ts";

/** The options of every command that opens the site with a session from a file. */
export const fileOptions = {
  session: { type: "string" },
  site: { type: "string" },
  json: { type: "boolean" },
} as const;

export interface FileOptions {
  readonly sessionFile: string;
  /** An origin, without a slash at its end. */
  readonly site: string;
  readonly json: boolean;
}

interface FileValues {
  readonly session?: string | undefined;
  readonly site?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Throws UsageError. */
export function readFileOptions(command: string, values: FileValues): FileOptions {
  return {
    sessionFile: values.session ?? missing(command, "--session FILE", "the member's session, as JSON"),
    site: readSite(values.site ?? linkedIn),
    json: values.json ?? false,
  };
}

/** The same, and what those have that may click there. */
export const clickOptions = {
  ...fileOptions,
  data: { type: "string" },
  preview: { type: "boolean" },
  "time-budget": { type: "string" },
} as const;

export interface ClickOptions extends FileOptions {
  readonly data: string;
  readonly preview: boolean;
  readonly budgetMs: number;
}

interface ClickValues extends FileValues {
  readonly data?: string | undefined;
  readonly preview?: boolean | undefined;
  readonly "time-budget"?: string | undefined;
}

/** Throws UsageError. */
export function readClickOptions(command: string, values: ClickValues): ClickOptions {
  const files = readFileOptions(command, values);
  const budget = readSeconds("--time-budget", values["time-budget"] ?? "780", 1, longestBudget);
  const data = values.data ?? ".lapse";
  if (data === "") throw new UsageError("--data needs a directory, and got an empty one.");
  return { ...files, data, preview: values.preview ?? false, budgetMs: budget * 1_000 };
}
