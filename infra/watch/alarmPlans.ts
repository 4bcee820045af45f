import type { CountedBy, Service } from "../../packages/functions/src/metrics/metrics.ts";
import type { FunctionName } from "../bundling.ts";

const hour = 3_600;
const day = 24 * hour;

/** One metric, as CloudWatch names it. */
export interface Metric<Name> {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, Name>>;
  readonly stat: "Sum" | "Maximum" | "Minimum" | "Average";
}

/** When somebody is called. What each means and what to do is in docs/operations.md, under the alarm's name. */
export interface AlarmPlan<Name> {
  readonly name: string;
  /** What has happened, as a sentence for the mail. */
  readonly says: string;
  readonly when: ">=" | ">" | "<";
  readonly threshold: number;
  /** Seconds; AWS allows 26 of an hour, because whole hours may reach back over a week. */
  readonly period: number;
  readonly periods: number;
  /** What no data means: that all is well, or that it is not. */
  readonly missing: "notBreaching" | "breaching";
  /** One metric, or a formula over some, by their letters. */
  readonly of:
    | { readonly metric: Metric<Name> }
    | { readonly formula: string; readonly metrics: Readonly<Record<string, Metric<Name>>> };
}

/** What alarms look at, by the names that AWS gave. */
export interface Names<Name> {
  readonly stage: string;
  readonly configurationSet: Name;
  readonly table: Name;
  /** The table's one index. */
  readonly index: Name;
  readonly functions: Readonly<Record<FunctionName, Name>>;
  readonly deadLetters: Readonly<Record<string, Name>>;
  readonly sweeps: Name;
  readonly digests: Name;
}

/** Every alarm of a stage. @param own makes a metric of ours from its name and the service that counts it */
export function alarmPlans<Name>(names: Names<Name>, own: OwnMetric<Name>): AlarmPlan<Name>[] {
  return [
    ...aboutMembers(own),
    ...aboutThePage(own),
    ...aboutMails(names, own),
    ...aboutQueues(names),
    ...aboutFunctions(names),
    ...aboutPages(names, own),
    ...aboutTable(names),
  ];
}

/** A metric that this function counts; of one that it does not count, there is nothing to look at. */
export type OwnMetric<Name> = <By extends Service>(
  service: By,
  name: CountedBy<By>,
  stat: Metric<Name>["stat"],
) => Metric<Name>;

const well = { missing: "notBreaching", when: ">=", threshold: 1, periods: 1 } as const;

function aboutMembers<Name>(own: OwnMetric<Name>): AlarmPlan<Name>[] {
  const silent = { when: "<", threshold: 1, period: hour, periods: 26, missing: "breaching" } as const;
  return [
    {
      ...{ ...well, name: "MemberOverdue", period: 3 * hour },
      says: "A member's sweep has been due for more than 36 hours.",
      of: { metric: own("dispatch", "MembersOverdue", "Maximum") },
    },
    {
      ...{ ...silent, name: "DispatchSilent" },
      says: "No dispatch came to its end for 26 hours: nobody is swept.",
      of: { metric: own("dispatch", "DispatchRun", "Sum") },
    },
    {
      ...{ ...silent, name: "DigestDispatchSilent" },
      says: "No search for due digests came to its end for 26 hours: nobody is told anything.",
      of: { metric: own("digest-dispatch", "DigestRun", "Sum") },
    },
    {
      ...{ ...well, name: "RecordUnreadable", period: 6 * hour },
      says: "A member's record can't be read: that member is not swept.",
      of: { metric: own("dispatch", "RecordsUnreadable", "Sum") },
    },
    {
      ...{ ...well, name: "StillStopped", period: hour, periods: 24 },
      says: "Everything has been stopped by an operator's word for a whole day.",
      of: { metric: own("dispatch", "Stopped", "Minimum") },
    },
  ];
}

/** Of the sweeps of six hours; a single one of few is a member's own affair, and a part of many is the page's. */
function rate<Name>(part: Metric<Name>, whole: Metric<Name>): AlarmPlan<Name>["of"] {
  return { formula: "IF(p >= 3, 100 * p / w, 0)", metrics: { p: part, w: whole } };
}

function aboutThePage<Name>(own: OwnMetric<Name>): AlarmPlan<Name>[] {
  const ended = own("sweep", "SweepsEnded", "Sum");
  const percent = { missing: "notBreaching", when: ">", period: 6 * hour, periods: 1 } as const;
  return [
    {
      ...{ ...percent, name: "PageDrift", threshold: 5 },
      says: "More than 5 % of the sweeps did not understand LinkedIn's page: it has changed.",
      of: rate(own("sweep", "PageDrift", "Sum"), ended),
    },
    {
      ...{ ...percent, name: "Challenged", threshold: 5 },
      says: "More than 5 % of the sweeps met a security check, a refusal or a limit.",
      of: rate(own("sweep", "Challenged", "Sum"), ended),
    },
    {
      ...{ ...well, name: "Unverified", period: day, threshold: 3 },
      says: "Three withdrawals of a day could not be proved.",
      of: { metric: own("sweep", "Unverified", "Sum") },
    },
    {
      ...{ ...well, name: "SweepsFailed", period: hour, threshold: 3 },
      says: "Three sweeps of an hour were ended by a fault of ours.",
      of: { metric: own("sweep", "SweepsFailed", "Sum") },
    },
  ];
}

function aboutMails<Name>(names: Names<Name>, own: OwnMetric<Name>): AlarmPlan<Name>[] {
  const reputation = (name: string): Metric<Name> => ({
    ...{ namespace: "AWS/SES", name, stat: "Average" },
    dimensions: { "ses:configuration-set": names.configurationSet },
  });
  const share = { missing: "notBreaching", when: ">", period: hour, periods: 1 } as const;
  return [
    {
      ...{ ...share, name: "BounceRate", threshold: 0.02 },
      says: "More than 2 % of the mails bounce; SES reviews a sender at 5 %.",
      of: { metric: reputation("Reputation.BounceRate") },
    },
    {
      ...{ ...share, name: "ComplaintRate", threshold: 0.0005 },
      says: "More than 0.05 % of the mails are complained about; SES reviews a sender at 0.1 %.",
      of: { metric: reputation("Reputation.ComplaintRate") },
    },
    {
      ...{ ...well, name: "DigestsFailed", period: day, threshold: 3 },
      says: "Three digests of a day were not sent, or may not have been.",
      of: { metric: own("digest", "DigestsFailed", "Sum") },
    },
  ];
}

function aboutQueues<Name>(names: Names<Name>): AlarmPlan<Name>[] {
  const sqs = (name: string, queue: Name): Metric<Name> => ({
    ...{ namespace: "AWS/SQS", name, stat: "Maximum" },
    dimensions: { QueueName: queue },
  });
  const dead = Object.entries(names.deadLetters).map(([name, queue]) => ({
    ...{ ...well, name: `${name}Letters`, period: 300 },
    says: "Something was tried three times and laid aside.",
    of: { metric: sqs("ApproximateNumberOfMessagesVisible", queue) },
  }));
  const waiting = (name: string, says: string, queue: Name, hours: number) => ({
    ...{ ...well, name, period: 900, threshold: hours * hour },
    ...{ says, of: { metric: sqs("ApproximateAgeOfOldestMessage", queue) } },
  });
  return [
    ...dead,
    waiting("SweepsWaiting", "A sweep has waited for its worker for six hours.", names.sweeps, 6),
    waiting("DigestsWaiting", "A digest has waited for its worker for two hours.", names.digests, 2),
  ];
}

function aboutFunctions<Name>(names: Names<Name>): AlarmPlan<Name>[] {
  const lambda = (name: string, FunctionName: Name): Metric<Name> => ({
    ...{ namespace: "AWS/Lambda", name, stat: "Sum" },
    dimensions: { FunctionName },
  });
  return Object.entries(names.functions).flatMap(([name, physical]) => [
    {
      ...{
        ...well,
        name: `${name}Errors`,
        period: hour,
        threshold: name === "Sweep" || name === "Web" ? 3 : 1,
      },
      says: `The function ${name} threw, ran out of memory or out of time.`,
      of: { metric: lambda("Errors", physical) },
    },
    {
      ...{ ...well, name: `${name}Throttles`, period: hour },
      says: `More calls of the function ${name} came in than may run at once.`,
      of: { metric: lambda("Throttles", physical) },
    },
  ]);
}

/** The web answers what it fails at with a page that says so, which is no error to Lambda. */
function aboutPages<Name>(names: Names<Name>, own: OwnMetric<Name>): AlarmPlan<Name>[] {
  return [
    {
      ...{ ...well, name: "WebFaults", period: hour, threshold: 3 },
      says: "Three requests of an hour were answered with a fault of ours.",
      of: {
        // https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
        metric: {
          ...{ namespace: "AWS/Lambda", name: "Url5xxCount", stat: "Sum" },
          dimensions: { FunctionName: names.functions.Web },
        },
      },
    },
    {
      ...{ ...well, name: "CodesFailed", period: hour, threshold: 3 },
      says: "Three codes of an hour could not be mailed: nobody can sign in without.",
      of: { metric: own("web", "CodesFailed", "Sum") },
    },
  ];
}

/**
 * Each by itself: a formula over two would have no result where one of them never had a value. What is said of a table is
 * not said of its index. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 */
function aboutTable<Name>({ table, index }: Names<Name>): AlarmPlan<Name>[] {
  const plan = (name: string, says: string, metric: string, more: Readonly<Record<string, Name>>) => ({
    ...{ ...well, name, says, period: hour, threshold: 10 },
    of: {
      metric: {
        ...{ namespace: "AWS/DynamoDB", name: metric, stat: "Sum" as const },
        dimensions: { TableName: table, ...more },
      },
    },
  });
  const [read, write] = ["ReadThrottleEvents", "WriteThrottleEvents"] as const;
  const ofIndex = { GlobalSecondaryIndexName: index };
  return [
    plan("TableReadThrottles", "The table held back reads.", read, {}),
    plan("TableWriteThrottles", "The table held back writes.", write, {}),
    plan("IndexReadThrottles", "The index of who is due held back reads.", read, ofIndex),
    plan("IndexWriteThrottles", "The index of who is due held back writes.", write, ofIndex),
  ];
}
