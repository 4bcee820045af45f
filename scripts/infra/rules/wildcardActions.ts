import { statementsOf } from "./policies.ts";
import type { Rule } from "./rule.ts";

export const wildcardActions: Rule = {
  name: "no wildcard action",
  holds: "No policy names an action with a wildcard, or names actions by exclusion.",
  check: (program) =>
    statementsOf(program).flatMap(({ resource, Action, NotAction }) => {
      const wild = (Action ?? []).find((action) => action.includes("*"));
      if (wild === undefined && NotAction === undefined) return [];
      return [
        {
          resource,
          fault: `allows ${wild ?? "everything but a list"}`,
          remedy: "name each action that the function needs in infra/permissions.ts",
        },
      ];
    }),
};
