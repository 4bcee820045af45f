import { isLoopback } from "@lapse/browser/memberTab";
import { missing, optionsOf, sessionOption } from "../command/options.ts";
import { longestBudget, readSeconds } from "../command/seconds.ts";
import { linkedIn, readSite } from "../command/site.ts";
import { UsageError } from "../command/usage.ts";

export interface SweepOptions {
  readonly policyFile: string;
  readonly sessionFile: string;
  /** An origin, without a slash at its end. */
  readonly site: string;
  readonly data: string;
  readonly preview: boolean;
  /** Mean pause between two withdrawals in ms; null for the policy's. */
  readonly paceMs: number | null;
  readonly budgetMs: number;
  readonly json: boolean;
}

const longestPace = 3_600;

const command = "sweep";
const known = {
  policy: { type: "string" },
  session: { type: "string" },
  site: { type: "string" },
  data: { type: "string" },
  preview: { type: "boolean" },
  pace: { type: "string" },
  "time-budget": { type: "string" },
  json: { type: "boolean" },
} as const;

/** Reads the options of `lapse sweep`. Throws UsageError. */
export function readOptions(args: readonly string[]): SweepOptions {
  const values = optionsOf(command, args, known);
  const policyFile = values.policy ?? missing(command, "--policy FILE", "the member's policy, as JSON");
  const sessionFile = values.session ?? missing(command, ...sessionOption);
  const site = readSite(values.site ?? linkedIn);
  const pace = values.pace === undefined ? null : readSeconds("--pace", values.pace, 0, longestPace);
  if (pace === 0 && !isLoopback(site)) {
    throw new UsageError(
      `--pace 0 is allowed only on a loopback address; ${site} needs at least a moment between two.`,
    );
  }
  const budget = readSeconds("--time-budget", values["time-budget"] ?? "780", 1, longestBudget);
  const data = values.data ?? ".lapse";
  if (data === "") throw new UsageError("--data needs a directory, and got an empty one.");
  return {
    policyFile,
    sessionFile,
    site,
    data,
    preview: values.preview ?? false,
    paceMs: pace === null ? null : pace * 1_000,
    budgetMs: budget * 1_000,
    json: values.json ?? false,
  };
}
