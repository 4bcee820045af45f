import { isLoopback } from "@lapse/browser/memberTab";
import { type ClickOptions, clickOptions, readClickOptions } from "../command/fileOptions.ts";
import { missing, optionsOf } from "../command/options.ts";
import { readSeconds } from "../command/seconds.ts";
import { UsageError } from "../command/usage.ts";

export interface SweepOptions extends ClickOptions {
  readonly policyFile: string;
  /** Mean pause between two withdrawals in ms; null for the policy's. */
  readonly paceMs: number | null;
}

const longestPace = 3_600;

const command = "sweep";
const known = { ...clickOptions, policy: { type: "string" }, pace: { type: "string" } } as const;

/** Reads the options of `lapse sweep`. Throws UsageError. */
export function readOptions(args: readonly string[]): SweepOptions {
  const values = optionsOf(command, args, known);
  const policyFile = values.policy ?? missing(command, "--policy FILE", "the member's policy, as JSON");
  const click = readClickOptions(command, values);
  const pace = values.pace === undefined ? null : readSeconds("--pace", values.pace, 0, longestPace);
  if (pace === 0 && !isLoopback(click.site)) {
    throw new UsageError(
      `--pace 0 is allowed only on a loopback address; ${click.site} needs at least a moment between two.`,
    );
  }
  return { ...click, policyFile, paceMs: pace === null ? null : pace * 1_000 };
}
