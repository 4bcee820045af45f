import * as z from "zod";
import type { Program, Resource } from "../program/resource.ts";
import { functionsOf, queuesOf, tableNameOf } from "./find.ts";

const dimensions = z.record(z.string(), z.string()).default({});
const single = z.object({ namespace: z.string(), metricName: z.string(), dimensions, statistic: z.string() });
const query = z.object({
  id: z.string(),
  expression: z.string().optional(),
  metric: z
    .object({
      namespace: z.string(),
      metricName: z.string(),
      dimensions,
      stat: z.string(),
      period: z.number(),
    })
    .optional(),
});
const alarmProps = z.object({
  comparisonOperator: z.string(),
  threshold: z.number(),
  evaluationPeriods: z.number(),
  datapointsToAlarm: z.number(),
  treatMissingData: z.string(),
  period: z.number().optional(),
  metricQueries: z.array(query).optional(),
  alarmDescription: z.string(),
  actionsEnabled: z.boolean().default(true),
  alarmActions: z.array(z.string()).default([]),
});

/** What an alarm looks at. */
export interface Looked {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface AlarmRead {
  /** Its name in the program, without "Alarm" at the end. */
  readonly name: string;
  /** All of when it goes off, in one line, the same for every stage. */
  readonly words: string;
  readonly looksAt: readonly Looked[];
  /** Whom it tells, by ARN; nobody where its actions are off. */
  readonly tells: readonly string[];
}

const signs: Readonly<Record<string, string>> = {
  GreaterThanOrEqualToThreshold: ">=",
  GreaterThanThreshold: ">",
  LessThanThreshold: "<",
};

/** For example `Lapse/DispatchRun of service dispatch, Sum < 1 in 26 x 1 h, silence breaching`. */
export function readAlarm(program: Program, { name, props }: Resource): AlarmRead {
  const alarm = alarmProps.parse(props);
  const { metricQueries } = alarm;
  const metrics = metricQueries === undefined ? [oneOf(props)] : metricQueries.flatMap(metricOf);
  const formula = metricQueries?.find(({ expression }) => expression !== undefined)?.expression;
  const period = alarm.period ?? metrics[0]?.period ?? 0;
  const looked = metrics.map((metric) => `${metric.id}${metricWords(program, metric)}`);
  const times =
    alarm.evaluationPeriods === alarm.datapointsToAlarm
      ? `${alarm.evaluationPeriods}`
      : `${alarm.datapointsToAlarm} of ${alarm.evaluationPeriods}`;
  const limit = `${signs[alarm.comparisonOperator] ?? alarm.comparisonOperator} ${alarm.threshold}`;
  const silence = alarm.treatMissingData === "notBreaching" ? "" : `, silence ${alarm.treatMissingData}`;
  return {
    name: name.replace(/Alarm$/, ""),
    words: `${formula === undefined ? "" : `${formula} with `}${looked.join(", ")} ${limit} in ${times} x ${period / 60} min${silence}`,
    looksAt: metrics,
    tells: alarm.actionsEnabled ? alarm.alarmActions : [],
  };
}

interface Measured extends Looked {
  readonly id: string;
  readonly stat: string;
  readonly period: number | undefined;
}

function oneOf(props: Resource["props"]): Measured {
  const { metricName, statistic, ...rest } = single.parse(props);
  return { ...rest, name: metricName, stat: statistic, id: "", period: undefined };
}

function metricOf({ id, metric }: z.output<typeof query>): Measured[] {
  if (metric === undefined) return [];
  const { metricName, ...rest } = metric;
  return [{ ...rest, name: metricName, id: `${id}: ` }];
}

function metricWords(program: Program, { namespace, name, dimensions: found, stat }: Measured): string {
  const parts = Object.entries(found)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${thing(program, value)}`);
  return `${namespace}/${name} of ${parts.join(", ")}, ${stat}`;
}

/** The thing by its name in the program: what AWS calls it is another in each stage. */
function thing(program: Program, value: string): string {
  const named = [...functionsOf(program), ...queuesOf(program)].find(({ name }) => name === value);
  if (named !== undefined) return named.resource.replace(/(?:Function|Queue)$/, "");
  if (value === tableNameOf(program)) return "Members";
  if (value === program.links["Mail"]?.["configurationSet"]) return "ours";
  return value === program.stage ? "ours" : value;
}
