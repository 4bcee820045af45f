import { parseArgs } from "node:util";
import { isLoopback } from "@lapse/browser/memberTab";
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

/** Reads the options of `lapse sweep`. Throws UsageError. */
export function readOptions(args: readonly string[]): SweepOptions {
  const { values } = parse(args);
  const policyFile = values.policy ?? missing("--policy FILE", "the member's policy, as JSON");
  const sessionFile = values.session ?? missing("--session FILE", "the member's session, as JSON");
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        policy: { type: "string" },
        session: { type: "string" },
        site: { type: "string" },
        data: { type: "string" },
        preview: { type: "boolean" },
        pace: { type: "string" },
        "time-budget": { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new UsageError(`${said.replace(/\.? To specify.*$/, "")}; see 'lapse sweep --help'.`, { cause });
  }
}

function missing(option: string, what: string): never {
  throw new UsageError(`${option} is missing: ${what}; see 'lapse sweep --help'.`);
}
