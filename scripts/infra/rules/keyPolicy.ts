import { account } from "../program/account.ts";
import { all } from "./find.ts";
import { statementsOf } from "./policies.ts";
import type { Rule } from "./rule.ts";

const root = `arn:aws:iam::${account.id}:root`;

export const keyPolicy: Rule = {
  name: "the key can be looked after",
  holds:
    "The key turns over every year, the account's administrators can look after it (AWS demands that somebody can), and they cannot use it without changing its policy, which leaves a trace.",
  check: (program) => {
    const keys = all(program, "aws:kms/key:Key");
    const administration = statementsOf(program).filter(
      ({ kind, Principal }) => kind === "key" && Principal !== "*" && Principal?.["AWS"]?.includes(root),
    );
    const actions = administration.flatMap(({ Action }) => Action ?? []);
    const lacking = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DescribeKey"].filter(
      (action) => !actions.includes(action),
    );
    return [
      ...(keys.length === 1
        ? []
        : [
            {
              resource: "key",
              fault: `is there ${keys.length} times`,
              remedy: "keep the one key of infra/key.ts",
            },
          ]),
      ...keys
        .filter(({ props }) => props["enableKeyRotation"] !== true)
        .map(({ name }) => ({
          resource: name,
          fault: "does not turn over",
          remedy: "set enableKeyRotation in infra/key.ts",
        })),
      ...(lacking.length === 0
        ? []
        : [
            {
              resource: "SessionsKeyPolicy",
              fault: `leaves the account without ${lacking.join(", ")}: nobody could ever mend the key`,
              remedy: "keep the administration of infra/key.ts",
            },
          ]),
    ];
  },
};
