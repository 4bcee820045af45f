import { execute, inTwos } from "../program/execute.ts";
import { broken } from "../rules/rules.ts";
import { type Fault, faults } from "./faults.ts";

export interface Proof {
  /** The fault, the rule that saw it, and the rule's words. */
  readonly row: readonly string[];
  /** What is wrong with the check where nobody noticed; otherwise null. */
  readonly missed: string | null;
}

/** Breaks the program, once for each fault, and runs it to its end: production, where everything has to hold. */
export function provedFaults(): Promise<Proof[]> {
  return inTwos(faults, prove);
}

async function prove({ name, patch, caughtBy }: Fault): Promise<Proof> {
  const run = await execute("production", [patch]).catch((fault: Error) => fault);
  if (run instanceof Error) return { row: [name, "DID NOT RUN", ""], missed: `With ${name}: ${run.message}` };
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
