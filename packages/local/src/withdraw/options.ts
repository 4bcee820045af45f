import { parseArgs } from "node:util";
import { type AskedProfile, askedProfile } from "@lapse/core/linkedin/profile/open";
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

/** Reads the options of `lapse withdraw`. Throws UsageError. */
export function readWithdrawOptions(args: readonly string[]): WithdrawOptions {
  const { values } = parse(args);
  const link = values.profile ?? missing("--profile URL", "whose invitation it is");
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
    sessionFile: values.session ?? missing("--session FILE", "the member's session, as JSON"),
    site: readSite(values.site ?? linkedIn),
    data,
    preview: values.preview ?? false,
    budgetMs: budget * 1_000,
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
        profile: { type: "string" },
        session: { type: "string" },
        site: { type: "string" },
        data: { type: "string" },
        preview: { type: "boolean" },
        "time-budget": { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new UsageError(`${said.replace(/\.? To specify.*$/, "")}; see 'lapse withdraw --help'.`, { cause });
  }
}

function missing(option: string, what: string): never {
  throw new UsageError(`${option} is missing: ${what}; see 'lapse withdraw --help'.`);
}
