import type { Program } from "../program/resource.ts";
import { rightsOf, type Statement } from "./policies.ts";
import type { Rule } from "./rule.ts";

const items = (...names: readonly string[]) => names.map((name) => `dynamodb:${name} on the table`);
const all = items("BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem");
const log = ["logs:CreateLogStream on its log", "logs:PutLogEvents on its log"];
const work = (queue: string) =>
  ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"].map((name) => `sqs:${name} on ${queue}`);
const mail = ["ses:SendEmail on our address"];

/** Everything that a function may do, written a second time, so that a right is never added in passing. */
const rights: Readonly<Record<string, readonly string[]>> = {
  Dispatch: [
    ...log,
    ...items("GetItem", "UpdateItem"),
    "dynamodb:Query on who is due",
    "sqs:SendMessage on Sweeps",
    "sqs:SendMessage on ScheduleDead",
  ],
  DigestDispatch: [
    ...log,
    ...items("BatchGetItem"),
    "dynamodb:Query on who is due",
    "sqs:SendMessage on Digests",
    "sqs:SendMessage on ScheduleDead",
  ],
  Sweep: [
    ...log,
    ...all,
    ...mail,
    ...work("Sweeps"),
    "kms:Decrypt on the key",
    "kms:GenerateDataKey on the key",
  ],
  Digest: [
    ...log,
    ...items("BatchWriteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    ...mail,
    ...work("Digests"),
  ],
  Web: [...log, ...all, ...mail, "kms:GenerateDataKey on the key", "sqs:SendMessage on Sweeps"],
  MailEvents: [
    ...log,
    ...items("BatchWriteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "sqs:SendMessage on MailEventDead",
  ],
};

export const leastRights: Rule = {
  name: "functions may what they need",
  holds: "Each function may do exactly what the table in rules/rights.ts says, and nothing else.",
  check: (program) =>
    Object.entries(rights).flatMap(([name, expected]) => {
      const found = new Set(rightsOf(program, name).flatMap((statement) => inWords(program, statement)));
      const more = [...found].filter((right) => !expected.includes(right));
      const less = expected.filter((right) => !found.has(right));
      return [
        ...more.map((right) => ({
          resource: `${name}Role`,
          fault: `allows ${right}, which nobody wrote down`,
          remedy: "take it out of infra/permissions.ts, or write down in rules/rights.ts why it is needed",
        })),
        ...less.map((right) => ({
          resource: `${name}Role`,
          fault: `does not allow ${right}`,
          remedy: "give it in infra/permissions.ts, or take it out of rules/rights.ts",
        })),
      ];
    }),
};

function inWords(program: Program, { Action = [], Resource = [] }: Statement): string[] {
  return Action.flatMap((action) => Resource.map((arn) => `${action} on ${thing(program, arn)}`));
}

function thing({ stage }: Program, arn: string): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`:table/lapse-${stage}-MembersTable-\\w+$`), "the table"],
    [new RegExp(`:table/lapse-${stage}-MembersTable-\\w+/index/due$`), "who is due"],
    [/^arn:aws:kms:[^:]+:\d+:key\/SessionsKey$/, "the key"],
    [new RegExp(`:log-group:/aws/lambda/lapse-${stage}-\\w+:\\*$`), "its log"],
    [/:identity\/\*$|:configuration-set\/lapse-[\w-]+$/, "our address"],
  ];
  const queue = new RegExp(`^arn:aws:sqs:[^:]+:\\d+:lapse-${stage}-(\\w+)Queue-\\w+$`).exec(arn)?.[1];
  return queue ?? known.find(([pattern]) => pattern.test(arn))?.[1] ?? arn;
}
