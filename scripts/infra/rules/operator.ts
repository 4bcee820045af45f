import * as z from "zod";
import { account } from "../program/account.ts";
import type { Program } from "../program/resource.ts";
import { all } from "./find.ts";
import { statementsOf } from "./policies.ts";
import type { Rule, Violation } from "./rule.ts";

const budgetProps = z.object({
  budgetType: z.literal("COST"),
  timeUnit: z.literal("MONTHLY"),
  limitAmount: z.string(),
  notifications: z.array(
    z.object({
      notificationType: z.string(),
      threshold: z.number(),
      thresholdType: z.literal("PERCENTAGE"),
      subscriberEmailAddresses: z.array(z.string()),
    }),
  ),
});
const remedy = "see infra/watch";

export const operatorIsTold: Rule = {
  name: "the operator is told",
  holds:
    "CloudWatch, and nobody else, may write to the one topic of alarms, whoever LAPSE_ALARM_MAIL names reads it, and is told before a month costs more than planned.",
  check: (program) => [...topics(program), ...readers(program), ...budgets(program)],
};

function topics(program: Program): Violation[] {
  const found = all(program, "aws:sns/topic:Topic");
  const writers = statementsOf(program).filter(({ kind }) => kind === "topic");
  const right =
    found.length === 1 &&
    writers.length === 1 &&
    writers.every(
      ({ Effect, Principal, Action, Resource, Condition }) =>
        Effect === "Allow" &&
        Principal !== "*" &&
        Principal?.["Service"]?.join() === "cloudwatch.amazonaws.com" &&
        Action?.join() === "sns:Publish" &&
        Resource?.every((arn) => arn.endsWith(`:${String(found[0]?.props["name"])}`)) === true &&
        Condition?.["StringEquals"]?.["aws:SourceAccount"]?.join() === account.id,
    );
  return right
    ? []
    : [
        {
          resource: "Alarms",
          fault: "is not a topic that CloudWatch, and only CloudWatch, may write to",
          remedy,
        },
      ];
}

function readers(program: Program): Violation[] {
  const { LAPSE_ALARM_MAIL: mail } = program.settings;
  const found = all(program, "aws:sns/topicSubscription:TopicSubscription").map(
    ({ props }) => props["endpoint"],
  );
  if (found.join() === (mail ?? "")) return [];
  return [
    {
      resource: "Alarms",
      fault: `is read by ${found.join() || "nobody"}, not by ${mail ?? "nobody"}`,
      remedy,
    },
  ];
}

function budgets(program: Program): Violation[] {
  const { LAPSE_ALARM_MAIL: mail } = program.settings;
  if (mail === undefined) return [];
  const told = all(program, "aws:budgets/budget:Budget").flatMap(({ props }) => {
    const { limitAmount, notifications } = budgetProps.parse(props);
    return Number(limitAmount) > 0
      ? notifications.filter((each) => each.subscriberEmailAddresses.includes(mail) && each.threshold <= 100)
      : [];
  });
  return ["ACTUAL", "FORECASTED"]
    .filter((kind) => !told.some(({ notificationType }) => notificationType === kind))
    .map((kind) => ({
      resource: "Budget",
      fault: `tells nobody when the month's ${kind === "ACTUAL" ? "cost" : "forecast"} passes what was planned`,
      remedy,
    }));
}

const printed = [
  ...["pages", "table", "sweep", "sweepSource", "sweepQueue", "sweepDead", "scheduleDead"],
  ...["digest", "digestSource", "digestQueue", "digestDead", "mailEventDead"],
];

export const outputs: Rule = {
  name: "a deployment prints its names",
  holds: "A deployment prints the names that the commands of docs/operations.md ask for, and nothing else.",
  check: (program) => {
    const found = program.outputs;
    const fault = (resource: string, what: string) => ({
      resource,
      fault: what,
      remedy: "see infra/lapse.ts",
    });
    return [
      ...printed
        .filter((name) => typeof found[name] !== "string" || found[name] === "")
        .map((name) => fault(name, "is not printed")),
      ...Object.keys(found)
        .filter((name) => !printed.includes(name))
        .map((name) => fault(name, "is printed, and nobody wrote down why")),
    ];
  },
};
