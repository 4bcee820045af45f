import type { Program, Resource } from "./program/resource.ts";
import { table } from "./table.ts";

type Props = Resource["props"];

/** By type: what an operator wants to know of such a resource, in a few words. */
const notes: Readonly<Record<string, (props: Props) => readonly unknown[]>> = {
  "aws:lambda/function:Function": ({
    runtime,
    memorySize,
    timeout,
    reservedConcurrentExecutions: reserved,
  }) => [
    runtime,
    `${String(memorySize)} MB`,
    `${String(timeout)} s`,
    reserved === undefined ? "" : `${String(reserved)} at once`,
  ],
  "aws:sqs/queue:Queue": ({
    visibilityTimeoutSeconds: hidden,
    messageRetentionSeconds: kept,
    redrivePolicy,
  }) => [
    `hides ${String(hidden)} s`,
    `keeps ${Number(kept) / 86_400} days`,
    redrivePolicy === undefined ? "" : "dead letters after 3",
  ],
  "aws:dynamodb/table:Table": ({ billingMode, deletionProtectionEnabled: kept }) => [
    billingMode,
    "point-in-time recovery",
    kept === true ? "cannot be deleted" : "",
  ],
  "aws:scheduler/schedule:Schedule": ({ scheduleExpression }) => [scheduleExpression],
  "aws:cloudwatch/logGroup:LogGroup": ({ name, retentionInDays }) => [
    name,
    `${String(retentionInDays)} days`,
  ],
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ alarmDescription }) => [alarmDescription],
  "aws:lambda/permission:Permission": ({ principal, action }) => [principal, action],
  "aws:lambda/functionUrl:FunctionUrl": ({ authorizationType }) => [authorizationType],
  "aws:lambda/eventSourceMapping:EventSourceMapping": ({ batchSize }) => [`batches of ${String(batchSize)}`],
};

/** Every resource that AWS would have, component by component. SST's own bookkeeping is counted only. */
export function describe({ stage, resources }: Program): string {
  const real = resources.filter(({ type }) => type.startsWith("aws:"));
  const rows = real.map(({ type, name, props, retainOnDelete }) => [
    type.replace(/^aws:/, "").replace(/\/\w+:/, "."),
    name,
    [...(notes[type]?.(props) ?? []).map(String), retainOnDelete ? "stays when dropped" : ""]
      .filter((note) => note !== "")
      .join(", "),
  ]);
  const others = resources.length - real.length;
  return `${stage}: ${real.length} resources on AWS (and ${others} that are SST's own bookkeeping)\n${table(rows)}`;
}

/** What one stage has that the other has not. */
export function difference(from: Program, to: Program): string {
  const names = ({ resources }: Program) =>
    new Set(resources.filter(({ type }) => type.startsWith("aws:")).map(({ name }) => name));
  const [had, has] = [names(from), names(to)];
  const less = [...had].filter((name) => !has.has(name));
  const more = [...has].filter((name) => !had.has(name));
  const list = (found: readonly string[]) => (found.length === 0 ? "nothing" : found.join(", "));
  return `${to.stage}: ${has.size} resources on AWS; not there: ${list(less)}; there in addition: ${list(more)}`;
}
