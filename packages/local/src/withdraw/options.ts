import { type AskedProfile, askedProfile } from "@lapse/core/linkedin/profile/open";
import { missing, optionsOf, sessionOption } from "../command/options.ts";
import { longestBudget, readSeconds } from "../command/seconds.ts";
import { linkedIn, readSite } from "../command/site.ts";
import { UsageError } from "../command/usage.ts";

export interface WithdrawOptions {
  readonly profile: AskedProfile;
  readonly sessionFile: string;
  /** An origin, without a slash at its end. */
  readonly site: string;
  readonly data: string;
  readonly preview: boolean;
  readonly budgetMs: number;
  readonly json: boolean;
}

const command = "withdraw";
const known = {
  profile: { type: "string" },
  session: { type: "string" },
  site: { type: "string" },
  data: { type: "string" },
  preview: { type: "boolean" },
  "time-budget": { type: "string" },
  json: { type: "boolean" },
} as const;

/** Reads the options of `lapse withdraw`. Throws UsageError. */
export function readWithdrawOptions(args: readonly string[]): WithdrawOptions {
  const values = optionsOf(command, args, known);
  const link = values.profile ?? missing(command, "--profile URL", "whose invitation it is");
  const profile = askedProfile(link);
  if (profile === null)
    throw new UsageError(
      `--profile must be a profile link such as https://www.linkedin.com/in/ada-example, not "${link}".`,
    );
  const budget = readSeconds("--time-budget", values["time-budget"] ?? "780", 1, longestBudget);
  const data = values.data ?? ".lapse";
  if (data === "") throw new UsageError("--data needs a directory, and got an empty one.");
  return {
    profile,
    sessionFile: values.session ?? missing(command, ...sessionOption),
    site: readSite(values.site ?? linkedIn),
    data,
    preview: values.preview ?? false,
    budgetMs: budget * 1_000,
    json: values.json ?? false,
  };
}
