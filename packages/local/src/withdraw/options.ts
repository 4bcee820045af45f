import { type AskedProfile, askedProfile } from "@lapse/core/linkedin/profile/open";
import { type ClickOptions, clickOptions, readClickOptions } from "../command/fileOptions.ts";
import { missing, optionsOf } from "../command/options.ts";
import { UsageError } from "../command/usage.ts";

export interface WithdrawOptions extends ClickOptions {
  readonly profile: AskedProfile;
}

const command = "withdraw";

/** Reads the options of `lapse withdraw`. Throws UsageError. */
export function readWithdrawOptions(args: readonly string[]): WithdrawOptions {
  const values = optionsOf(command, args, { ...clickOptions, profile: { type: "string" } });
  const link = values.profile ?? missing(command, "--profile URL", "whose invitation it is");
  const profile = askedProfile(link);
  if (profile === null)
    throw new UsageError(
      `--profile must be a profile link such as https://www.linkedin.com/in/ada-example, not "${link}".`,
    );
  return { ...readClickOptions(command, values), profile };
}
