import { metricNamespace } from "../../packages/functions/src/metrics/metrics.ts";
import { tableDefinition } from "../../packages/functions/src/store/table.ts";
import type { Email } from "../email.ts";
import type { Functions } from "../functions.ts";
import type { Queues } from "../queues.ts";
import type { Stage } from "../stage.ts";
import { type AlarmPlan, alarmPlans, type Metric, type Names, type OwnMetric } from "./alarmPlans.ts";
import { budget } from "./budget.ts";
import { dashboard } from "./dashboard.ts";

/** What alarms and the dashboard look at. */
export interface Watched {
  readonly stage: Stage;
  readonly table: sst.aws.Dynamo;
  readonly queue: Queues;
  readonly functions: Functions;
  readonly mail: Email;
}

type Name = $util.Input<string>;

/** Alarms that mail the operator, one dashboard, and a budget. */
export function alarms(watched: Watched): void {
  const { stage } = watched;
  const names = namesOf(watched);
  const own: OwnMetric<Name> = (service, name, stat) => ({
    ...{ namespace: metricNamespace, name, stat },
    dimensions: { service, stage: stage.name },
  });
  const topic = alarmTopic(stage);
  const made = alarmPlans(names, own).map((plan) => metricAlarm(stage, plan, topic));
  dashboard(
    stage,
    names,
    own,
    made.map(({ arn }) => arn),
  );
  budget(stage);
}

function namesOf({ stage, table, queue, functions, mail }: Watched): Names<Name> {
  return {
    stage: stage.name,
    configurationSet: mail.configurationSet.configurationSetName,
    table: table.name,
    index: theIndex(),
    functions: {
      Dispatch: functions.Dispatch.name,
      DigestDispatch: functions.DigestDispatch.name,
      Sweep: functions.Sweep.name,
      Digest: functions.Digest.name,
      Web: functions.Web.name,
      MailEvents: functions.MailEvents.name,
    },
    deadLetters: {
      SweepDead: queue.sweepDead.nodes.queue.name,
      DigestDead: queue.digestDead.nodes.queue.name,
      ScheduleDead: queue.scheduleDead.nodes.queue.name,
      MailEventDead: queue.mailEventDead.nodes.queue.name,
    },
    sweeps: queue.sweeps.nodes.queue.name,
    digests: queue.digests.nodes.queue.name,
  };
}

function theIndex(): string {
  const [index, ...others] = tableDefinition.GlobalSecondaryIndexes;
  if (index === undefined || others.length > 0)
    throw new Error("Alarms look at one index, and the table has not one.");
  return index.IndexName;
}

/**
 * Who is called. Alarms name no member, and CloudWatch may not use the key that AWS manages for SNS, so the topic is
 * encrypted in transit only.
 */
function alarmTopic(stage: Stage): aws.sns.Topic {
  const topic = new aws.sns.Topic("Alarms", { name: `${$app.name}-${stage.name}-alarms` });
  const account = aws.getCallerIdentityOutput().accountId;
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
        actions: ["sns:Publish"],
        resources: [topic.arn],
        conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
      },
    ],
  });
  new aws.sns.TopicPolicy("AlarmsPolicy", { arn: topic.arn, policy: policy.json });
  if (stage.alarmMail !== null) {
    new aws.sns.TopicSubscription("AlarmsMail", {
      topic: topic.arn,
      protocol: "email",
      endpoint: stage.alarmMail,
    });
  }
  return topic;
}

const comparisons = {
  ">=": "GreaterThanOrEqualToThreshold",
  ">": "GreaterThanThreshold",
  "<": "LessThanThreshold",
} as const;

function metricAlarm(stage: Stage, plan: AlarmPlan<Name>, topic: aws.sns.Topic): aws.cloudwatch.MetricAlarm {
  return new aws.cloudwatch.MetricAlarm(`${plan.name}Alarm`, {
    name: `${$app.name}-${stage.name}-${plan.name}`,
    alarmDescription: `${plan.says} What to do: docs/operations.md, ${plan.name}.`,
    comparisonOperator: comparisons[plan.when],
    threshold: plan.threshold,
    evaluationPeriods: plan.periods,
    datapointsToAlarm: plan.periods,
    treatMissingData: plan.missing,
    alarmActions: [topic.arn],
    okActions: [topic.arn],
    ...("metric" in plan.of ? single(plan.of.metric, plan.period) : computed(plan.of, plan.period)),
  });
}

function single({ namespace, name, dimensions, stat }: Metric<Name>, period: number) {
  return { namespace, metricName: name, dimensions, statistic: stat, period };
}

function computed(
  { formula, metrics }: Extract<AlarmPlan<Name>["of"], { readonly formula: string }>,
  period: number,
) {
  return {
    metricQueries: [
      { id: "result", expression: formula, label: "result", returnData: true },
      ...Object.entries(metrics).map(([id, { namespace, name, dimensions, stat }]) => ({
        ...{ id, returnData: false },
        metric: { namespace, metricName: name, dimensions, stat, period },
      })),
    ],
  };
}
