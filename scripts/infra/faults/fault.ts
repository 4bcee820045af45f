import type { Wanted } from "../program/execute.ts";
import type { Rule } from "../rules/rule.ts";

/** A mistake in the program that somebody could make, and the rule that has to see it. */
export interface Fault {
  readonly name: string;
  readonly wanted: Wanted;
  readonly caughtBy: Rule;
}

/** One edit of one file of infra/, made while the program is bundled; nothing on disk changes. Production, if nothing else is said. */
export const fault = (
  name: string,
  caughtBy: Rule,
  file: string,
  find: string,
  replace: string,
  other: Partial<Pick<Wanted, "stage" | "settings">> = {},
): Fault => ({
  name,
  caughtBy,
  wanted: { stage: "production", ...other, patches: [{ file: `infra/${file}`, find, replace }] },
});
