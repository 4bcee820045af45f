import { countedBy } from "../../../packages/functions/src/metrics/metrics.ts";
import type { Program } from "../program/resource.ts";
import { type AlarmRead, type Looked, readAlarm } from "./alarmWords.ts";
import { all } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const own = (service: string, metric: string, stat: string) =>
  `Lapse/${metric} of service ${service}, stage ours, ${stat}`;
const share = (metric: string) =>
  `IF(p >= 3, 100 * p / w, 0) with p: ${own("sweep", metric, "Sum")}, w: ${own("sweep", "SweepsEnded", "Sum")}`;
const sqs = (metric: string, queue: string) => `AWS/SQS/${metric} of QueueName ${queue}, Maximum`;
const lambda = (metric: string, name: string) => `AWS/Lambda/${metric} of FunctionName ${name}, Sum`;
const ses = (metric: string) => `AWS/SES/Reputation.${metric} of ses:configuration-set ours, Average`;
const table = (metric: string) => `AWS/DynamoDB/${metric} of TableName Members, Sum`;
const index = (metric: string) =>
  `AWS/DynamoDB/${metric} of GlobalSecondaryIndexName due, TableName Members, Sum`;

/** Every alarm, written a second time: when it goes off is what makes it one, and nothing of that changes in passing. */
const pinned: Readonly<Record<string, string>> = {
  MemberOverdue: `${own("dispatch", "MembersOverdue", "Maximum")} >= 1 in 1 x 180 min`,
  DispatchSilent: `${own("dispatch", "DispatchRun", "Sum")} < 1 in 26 x 60 min, silence breaching`,
  DigestDispatchSilent: `${own("digest-dispatch", "DigestRun", "Sum")} < 1 in 26 x 60 min, silence breaching`,
  RecordUnreadable: `${own("dispatch", "RecordsUnreadable", "Sum")} >= 1 in 1 x 360 min`,
  StillStopped: `${own("dispatch", "Stopped", "Minimum")} >= 1 in 24 x 60 min`,
  PageDrift: `${share("PageDrift")} > 5 in 1 x 360 min`,
  Challenged: `${share("Challenged")} > 5 in 1 x 360 min`,
  Unverified: `${own("sweep", "Unverified", "Sum")} >= 3 in 1 x 1440 min`,
  SweepsFailed: `${own("sweep", "SweepsFailed", "Sum")} >= 3 in 1 x 60 min`,
  BounceRate: `${ses("BounceRate")} > 0.02 in 1 x 60 min`,
  ComplaintRate: `${ses("ComplaintRate")} > 0.0005 in 1 x 60 min`,
  DigestsFailed: `${own("digest", "DigestsFailed", "Sum")} >= 3 in 1 x 1440 min`,
  CodesFailed: `${own("web", "CodesFailed", "Sum")} >= 3 in 1 x 60 min`,
  WebFaults: `${lambda("Url5xxCount", "Web")} >= 3 in 1 x 60 min`,
  SweepsWaiting: `${sqs("ApproximateAgeOfOldestMessage", "Sweeps")} >= 21600 in 1 x 15 min`,
  DigestsWaiting: `${sqs("ApproximateAgeOfOldestMessage", "Digests")} >= 7200 in 1 x 15 min`,
  TableReadThrottles: `${table("ReadThrottleEvents")} >= 10 in 1 x 60 min`,
  TableWriteThrottles: `${table("WriteThrottleEvents")} >= 10 in 1 x 60 min`,
  IndexReadThrottles: `${index("ReadThrottleEvents")} >= 10 in 1 x 60 min`,
  IndexWriteThrottles: `${index("WriteThrottleEvents")} >= 10 in 1 x 60 min`,
  ...Object.fromEntries(
    ["SweepDead", "DigestDead", "ScheduleDead", "MailEventDead"].map((queue) => [
      `${queue}Letters`,
      `${sqs("ApproximateNumberOfMessagesVisible", queue)} >= 1 in 1 x 5 min`,
    ]),
  ),
  ...Object.fromEntries(
    ["Dispatch", "DigestDispatch", "Sweep", "Digest", "Web", "MailEvents"].flatMap((name) => [
      [`${name}Throttles`, `${lambda("Throttles", name)} >= 1 in 1 x 60 min`],
      // One alone is tried again by the queue, or by whoever looks at a page.
      [`${name}Errors`, `${lambda("Errors", name)} >= ${/^(?:Sweep|Web)$/.test(name) ? 3 : 1} in 1 x 60 min`],
    ]),
  ),
};

const read = (program: Program): readonly AlarmRead[] =>
  all(program, "aws:cloudwatch/metricAlarm:MetricAlarm").map((alarm) => readAlarm(program, alarm));
const remedy = "agree infra/watch and rules/alarms.ts";

export const alarms: Rule = {
  name: "alarms go off as written down",
  holds:
    "There is every alarm of the table in rules/alarms.ts and no other, each with its metric and its limit.",
  check: (program) => {
    const found = read(program);
    const missing: Violation[] = Object.keys(pinned)
      .filter((name) => !found.some((alarm) => alarm.name === name))
      .map((name) => ({ resource: `${name}Alarm`, fault: "is not there", remedy }));
    const others = found
      .filter(({ name, words }) => pinned[name] !== words)
      .map(({ name, words }) => ({
        resource: `${name}Alarm`,
        fault: `goes off at ${words}, and was written down as ${pinned[name] ?? "nothing"}`,
        remedy,
      }));
    return [...missing, ...others];
  },
};

export const reaching: Rule = {
  name: "alarms reach somebody",
  holds: "Each alarm tells the topic that the operator reads, and that topic alone.",
  check: (program) => {
    const topics = all(program, "aws:sns/topic:Topic").map(({ props }) => String(props["name"]));
    return read(program)
      .filter(({ tells }) => tells.length !== 1 || !topics.some((topic) => tells[0]?.endsWith(`:${topic}`)))
      .map(({ name }) => ({ resource: `${name}Alarm`, fault: "tells nobody, or somebody else", remedy }));
  },
};

export const ownMetrics: Rule = {
  name: "own metrics are written",
  holds:
    "What alarms and the dashboard look at of ours is what the code writes: under its namespace, with its two dimensions, and counted by that function (packages/functions/src/metrics/metrics.ts).",
  check: (program) => {
    const looked = [
      ...read(program).flatMap(({ name, looksAt }) =>
        looksAt.map((metric) => ({ resource: `${name}Alarm`, metric })),
      ),
      ...charted(program).map((metric) => ({ resource: "Dashboard", metric })),
    ];
    return looked
      .filter(({ metric }) => !metric.namespace.startsWith("AWS/") && !isWritten(program, metric))
      .map(({ resource, metric: { namespace, name, dimensions } }) => ({
        resource,
        fault: `looks at ${namespace}/${name} of ${JSON.stringify(dimensions)}, which nothing writes`,
        remedy,
      }));
  },
};

function isWritten({ stage }: Program, { namespace, name, dimensions }: Looked): boolean {
  const { service = "", stage: of, ...others } = dimensions;
  const counted: Readonly<Record<string, readonly string[]>> = countedBy;
  return (
    namespace === "Lapse" &&
    of === stage &&
    Object.keys(others).length === 0 &&
    counted[service]?.includes(name) === true
  );
}

/** The rows of the dashboard's charts: a namespace, a name, then dimensions and their values by turns. */
function charted(program: Program): Looked[] {
  return all(program, "aws:cloudwatch/dashboard:Dashboard").flatMap(({ props }) => {
    const { widgets } = JSON.parse(String(props["dashboardBody"])) as {
      widgets: { properties: { metrics?: (string | object)[][] } }[];
    };
    return widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .map((row) => {
        const [namespace = "", name = "", ...rest] = row.filter((cell) => typeof cell === "string");
        const pairs = rest.flatMap((key, i) => (i % 2 === 0 ? [[key, rest[i + 1] ?? ""] as const] : []));
        return { namespace, name, dimensions: Object.fromEntries(pairs) };
      });
  });
}
