import { executeInTwos, type Outcome, type Run } from "../program/execute.ts";
import { broken } from "../rules/rules.ts";
import type { Fault } from "./fault.ts";
import { faults } from "./faults.ts";

export interface Proof {
  /** For each fault: the fault, the rule that saw it, and the rule's words. */
  readonly rows: readonly (readonly string[])[];
  /** What is wrong with the check where nobody noticed. */
  readonly missed: readonly string[];
}

/**
 * Breaks the program, once for each fault, and runs it to its end.
 * @param whole the program as it stands; it is run again after the faults, and has to come out the same: what one run
 *   leaves behind in its process changes no other
 */
export async function provedFaults(whole: Run): Promise<Proof> {
  const again = { stage: "production" } as const;
  const outcomes = await executeInTwos([...faults.map(({ wanted }) => wanted), ...[again, again]]);
  const proofs = faults.map((fault, index) => prove(fault, outcomes[index]));
  const after = outcomes.slice(faults.length);
  const same = after.every((each) => !(each instanceof Error) && each.text === whole.text);
  return {
    rows: proofs.map(({ row }) => row),
    missed: [
      ...proofs.flatMap(({ missed }) => missed ?? []),
      ...(same ? [] : ["The program comes out differently after the faults: their runs are not apart."]),
    ],
  };
}

function prove(
  { name, caughtBy }: Fault,
  run: Outcome | undefined,
): { row: string[]; missed: string | null } {
  if (run === undefined || run instanceof Error)
    return {
      row: [name, "DID NOT RUN", ""],
      missed: `With ${name}: ${run?.message ?? "nothing came of it"}`,
    };
  const found = broken(run.program);
  const seen = found.find(({ rule }) => rule === caughtBy);
  if (seen !== undefined)
    return { row: [name, caughtBy.name, `${seen.resource} ${seen.fault}`], missed: null };
  const others = [...new Set(found.map(({ rule }) => rule.name))].join(", ") || "nobody";
  return {
    row: [name, "NOT CAUGHT", `noticed by: ${others}`],
    missed: `The rule '${caughtBy.name}' does not notice ${name}: mend the rule or the fault (faults/faults.ts).`,
  };
}
