import { all } from "./find.ts";
import type { Rule } from "./rule.ts";

export const boundary: Rule = {
  name: "roles stay within the boundary",
  holds:
    "Where a boundary is set (LAPSE_BOUNDARY), every role carries it: the deploying role may make no other. Where none is, none does.",
  check: (program) => {
    const { LAPSE_BOUNDARY: wanted } = program.settings;
    return all(program, "aws:iam/role:Role")
      .filter(({ props }) => props["permissionsBoundary"] !== wanted)
      .map(({ name, props }) => ({
        resource: name,
        fault: `carries ${String(props["permissionsBoundary"] ?? "no boundary")}, not ${wanted ?? "none"}`,
        remedy: "see infra/roles.ts",
      }));
  },
};
