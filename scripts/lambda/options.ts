import { parseArgs } from "node:util";

export const parts = ["bundles", "functions", "fifty", "kills"] as const;
export type Part = (typeof parts)[number];

export const help = `npm run lambda:check -- [--only <part>]

Bundles the six functions as SST does for a deploy and runs them under the runtime interface client of AWS, on Node 24,
with Lambda's variables and recorded events. Everything that they reach is on this computer: DynamoDB, SQS, SES and KMS
stand-ins, and the replica for LinkedIn. Nothing is run on AWS.

  bundles     the size of each bundle against its budget
  functions   a member's way through all six functions; what each took to start and to answer, and its memory
  fifty       fifty sweeps in one process: processes, files, temporary files and memory stay flat
  kills       sweeps whose browser is killed at a random moment

Without --only all parts are run, and what was measured is written to .lapse/measured/lambda.json, from which
'npm run bench -- cost' computes what Lapse costs. All parts but the first need Linux, and once a native build of a minute:
apt-get install -y --no-install-recommends cmake g++ make python3 xz-utils, and the headers of a Node (libnode-dev).`;

export type Options =
  | { readonly kind: "run"; readonly parts: readonly Part[] }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly sentence: string };

export function optionsIn(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return { kind: "help" };
    const part = parts.find((each) => each === values.only);
    if (values.only === undefined) return { kind: "run", parts };
    if (part !== undefined) return { kind: "run", parts: [part] };
    return { kind: "wrong", sentence: `--only takes one of ${parts.join(", ")}, and not ${values.only}` };
  } catch (fault) {
    return { kind: "wrong", sentence: fault instanceof Error ? fault.message : String(fault) };
  }
}
