import type { Program } from "../program/resource.ts";
import { all, functionsOf, nameIn, queuesOf, tableNameOf } from "./find.ts";
import { rightsOf, type Statement } from "./policies.ts";
import type { Rule } from "./rule.ts";

const items = (...names: readonly string[]) => names.map((name) => `dynamodb:${name} on the table`);
const everything = items("BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem");
const log = ["logs:CreateLogStream on its log", "logs:PutLogEvents on its log"];
const work = (queue: string) =>
  ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"].map((name) => `sqs:${name} on ${queue}`);
const mail = ["ses:SendEmail on our address, as ourselves"];
const call = (name: string) => [`lambda:InvokeFunction on ${name}`, "sqs:SendMessage on ScheduleDead"];

/** Everything that a function may do, or what calls it, written a second time, so that a right is never added in passing. */
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
    ...everything,
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
  Web: [...log, ...everything, ...mail, "kms:GenerateDataKey on the key", "sqs:SendMessage on Sweeps"],
  MailEvents: [
    ...log,
    ...items("BatchWriteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "sqs:SendMessage on MailEventDead",
  ],
  DispatchEveryHour: call("Dispatch"),
  DigestEveryHour: call("DigestDispatch"),
  PagesRouterEdgeFunction: ["CreateLogGroup", "CreateLogStream", "PutLogEvents"].map(
    (name) => `logs:${name} on the logs at the edge`,
  ),
};

export const leastRights: Rule = {
  name: "functions may what they need",
  holds:
    "Each function, each schedule and the edge may do exactly what the table in rules/rights.ts says, and nothing else.",
  check: (program) =>
    Object.entries(rights).flatMap(([name, expected]) => {
      const found = new Set(
        rightsOf(program, name).flatMap((statement) => inWords(program, name, statement)),
      );
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

function inWords(program: Program, name: string, statement: Statement): string[] {
  const { Effect, Action = [], Resource = [] } = statement;
  const sender = Action.includes("ses:SendEmail") ? `, as ${senderIn(program, statement)}` : "";
  const denied = Effect === "Allow" ? "" : "not ";
  return Action.flatMap((action) =>
    Resource.map((arn) => `${denied}${action} on ${thing(program, name, arn)}${sender}`),
  );
}

/** Whose name may stand on a mail. */
function senderIn({ links }: Program, { Condition }: Statement): string {
  const from = String(links["Mail"]?.["from"]);
  const ours = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const allowed = Condition?.["StringEquals"]?.["ses:FromAddress"]?.join() ?? "anybody";
  return allowed === ours ? "ourselves" : allowed;
}

/** Of names, only what the program itself gives: the key's and the table's may be others one day. */
function thing(program: Program, name: string, arn: string): string {
  const { stage } = program;
  const ofTable = `:table/${tableNameOf(program)}`;
  const keys = all(program, "aws:kms/key:Key").map((key) => `:key/${key.name}`);
  const known: Readonly<Record<string, boolean>> = {
    "the table": arn.endsWith(ofTable),
    "who is due": arn.endsWith(`${ofTable}/index/due`),
    "the key": keys.some((key) => arn.endsWith(key)),
    "its log": arn.endsWith(`:log-group:/aws/lambda/lapse-${stage}-${name}:*`),
    "the logs at the edge": arn.endsWith(`:log-group:/aws/lambda/us-east-1.lapse-${stage}-*`),
    "our address": arn.endsWith(":identity/*") || arn.endsWith(`:configuration-set/lapse-${stage}`),
  };
  const queue = queuesOf(program).find((each) => arn.startsWith("arn:aws:sqs:") && each.name === nameIn(arn));
  const called = functionsOf(program).find(
    (each) => arn.startsWith("arn:aws:lambda:") && each.name === nameIn(arn),
  );
  return (
    (queue ?? called)?.resource.replace(/(?:Queue|Function)$/, "") ??
    Object.entries(known).find(([, is]) => is)?.[0] ??
    arn
  );
}
