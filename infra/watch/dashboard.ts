import type { CountedBy, Service } from "../../packages/functions/src/metrics/metrics.ts";
import type { Stage } from "../stage.ts";
import type { Metric, Names, OwnMetric } from "./alarmPlans.ts";

type Name = $util.Input<string>;
type Row = readonly unknown[];

/** One page: are members served, does the page hold, do mails arrive, does anything wait or fail. */
export function dashboard(
  stage: Stage,
  names: Names<Name>,
  own: OwnMetric<Name>,
  alarmArns: readonly $util.Input<string>[],
): void {
  const region = aws.getRegionOutput().region;
  const counted = <By extends Service>(service: By, ...metrics: readonly CountedBy<By>[]) =>
    metrics.map((name) => rowOf(own(service, name, name === "SweepTime" ? "Average" : "Sum"), name));
  const ofAll = (metric: string, stat: Metric<Name>["stat"]) =>
    Object.entries(names.functions).map(([label, FunctionName]) =>
      rowOf({ namespace: "AWS/Lambda", name: metric, stat, dimensions: { FunctionName } }, label),
    );
  const ofQueue = (metric: string, queue: Name, label: string) =>
    rowOf({ namespace: "AWS/SQS", name: metric, stat: "Maximum", dimensions: { QueueName: queue } }, label);
  const dead = Object.entries(names.deadLetters).map(([label, queue]) =>
    ofQueue("ApproximateNumberOfMessagesVisible", queue, label),
  );
  const charts: readonly (readonly [string, readonly Row[]])[] = [
    ["Sweeps", counted("sweep", "SweepsEnded", "SweepsFailed", "PageDrift", "Challenged", "Unverified")],
    ["Withdrawn", counted("sweep", "Withdrawn")],
    ["Dispatch", counted("dispatch", "SweepsDispatched", "MembersOverdue", "RecordsUnreadable", "Stopped")],
    [
      "Digests",
      [
        ...counted("digest-dispatch", "DigestsDispatched"),
        ...counted("digest", "DigestsSent", "DigestsFailed"),
      ],
    ],
    ["Codes that were not mailed", counted("web", "CodesFailed")],
    ["Mails that came back", counted("mail-events", "MailsBounced", "MailsComplained", "MailsRejected")],
    [
      "Waiting, in seconds",
      [
        ofQueue("ApproximateAgeOfOldestMessage", names.sweeps, "sweeps"),
        ofQueue("ApproximateAgeOfOldestMessage", names.digests, "digests"),
      ],
    ],
    ["Dead letters", dead],
    ["Errors", ofAll("Errors", "Sum")],
    ["Duration, in ms", ofAll("Duration", "Average")],
  ];
  new aws.cloudwatch.Dashboard("Dashboard", {
    dashboardName: `${$app.name}-${stage.name}`,
    dashboardBody: $jsonStringify({
      widgets: [
        {
          type: "alarm",
          x: 0,
          y: 0,
          width: 24,
          height: 4,
          properties: { title: "Alarms", alarms: alarmArns },
        },
        ...charts.map(([title, metrics], index) => ({
          ...{ type: "metric", width: 8, height: 6, x: 8 * (index % 3), y: 4 + 6 * Math.floor(index / 3) },
          properties: { title, region, metrics, period: 3_600, view: "timeSeries" },
        })),
      ],
    }),
  });
}

/** A metric as dashboards have it: one flat list. */
function rowOf({ namespace, name, dimensions, stat }: Metric<Name>, label: string): Row {
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat, label }];
}
