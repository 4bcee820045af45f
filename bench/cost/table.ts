import { countedBy } from "@lapse/functions/metrics/metrics";
import { alarmPlans } from "../../infra/watch/alarmPlans.ts";
import { prices } from "./prices.ts";
import type { Usage } from "./usage.ts";

export interface CostLine {
  readonly what: string;
  readonly arithmetic: string;
  readonly dollars: number;
}

/** What stands still costs as well, however many members there are. An alarm is billed for each metric that it looks at. */
const fixed = { metrics: Object.values(countedBy).flat().length, alarms: alarmed(), dashboards: 1, keys: 1 };

function alarmed(): number {
  const each = { Dispatch: "", DigestDispatch: "", Sweep: "", Digest: "", Web: "", MailEvents: "" };
  const dead = { SweepDead: "", DigestDead: "", ScheduleDead: "", MailEventDead: "" };
  const names = { stage: "", configurationSet: "", table: "", index: "", sweeps: "", digests: "" };
  const plans = alarmPlans<string>(
    { ...names, functions: each, deadLetters: dead },
    (service, name, stat) => ({
      ...{ namespace: "", name, stat, dimensions: { service } },
    }),
  );
  return plans.reduce((sum, { of }) => sum + ("metric" in of ? 1 : Object.keys(of.metrics).length), 0);
}

/** One line for each thing that is billed: amount × price, in dollars a month. */
export function costLines(usage: Usage): CostLine[] {
  const { lambda, edge, dynamodb, sqs, kms, ses, cloudwatch, cloudfront, scheduler } = prices;
  return [
    line("Lambda, GB seconds", usage.lambdaGbSeconds, lambda.gbSecond),
    line("Lambda, requests", usage.lambdaRequests, lambda.request),
    line("Lambda, /tmp beyond 512 MB, GB seconds", usage.ephemeralGbSeconds, lambda.ephemeralGbSecond),
    line("Lambda@Edge, requests of 10 ms", usage.edgeRequests, edge.request + 0.01 * 0.125 * edge.gbSecond),
    line("DynamoDB, read units", usage.readUnits, dynamodb.readUnit),
    line("DynamoDB, write units", usage.writeUnits, dynamodb.writeUnit),
    line("DynamoDB, GB stored and recoverable", usage.storedGb, dynamodb.storedGb + dynamodb.recoveryGb),
    line("SQS, requests", usage.queueRequests, sqs.request),
    line("KMS, requests", usage.keyRequests, kms.request),
    line("KMS, keys", fixed.keys, kms.key),
    line("SES, mails", usage.mails, ses.mail),
    line("CloudWatch, GB of logs", usage.logGb, cloudwatch.logGb),
    line("CloudWatch, metrics", fixed.metrics, cloudwatch.metric),
    line("CloudWatch, alarms", fixed.alarms, cloudwatch.alarm),
    line("CloudWatch, dashboards", fixed.dashboards, cloudwatch.dashboard),
    line("CloudFront, requests", usage.pageRequests, cloudfront.request + cloudfront.functionRequest),
    line("CloudFront, GB to members", usage.pageGb, cloudfront.gb),
    line("EventBridge Scheduler, invocations", usage.scheduled, scheduler.invocation),
  ];
}

export function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { dollars }) => sum + dollars, 0);
}

function line(what: string, amount: number, price: number): CostLine {
  return { what, arithmetic: `${amountWords(amount)} × $${priceWords(price)}`, dollars: amount * price };
}

function amountWords(amount: number): string {
  return amount >= 100 ? Math.round(amount).toLocaleString("en") : String(Number(amount.toPrecision(3)));
}

function priceWords(price: number): string {
  return price >= 0.01 ? String(price) : price.toExponential(3).replace(/\.?0+e/, "e");
}
