import * as z from "zod";
import { all, functionsOf, nameIn, queuesOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const scheduleProps = z.object({
  scheduleExpression: z.string(),
  state: z.string().optional(),
  target: z.object({
    arn: z.string(),
    retryPolicy: z.object({ maximumRetryAttempts: z.number() }).optional(),
    deadLetterConfig: z.object({ arn: z.string() }).optional(),
  }),
});

export const schedules: Rule = {
  name: "schedules have dead letters",
  holds:
    "Each of the two schedules runs every hour, is tried again, and leaves a dead letter where it is not delivered.",
  check: (program) => {
    const dead = queuesOf(program).find(({ resource }) => resource === "ScheduleDeadQueue")?.name;
    const found = all(program, "aws:scheduler/schedule:Schedule");
    const targets = new Set<string>();
    const wrong = found.flatMap(({ name: resource, props }): Violation[] => {
      const { target, scheduleExpression, state } = scheduleProps.parse(props);
      targets.add(nameIn(target.arn));
      const remedy = "see infra/schedule.ts";
      return [
        ...(dead !== undefined && nameIn(target.deadLetterConfig?.arn) === dead
          ? []
          : [{ resource, fault: "has no dead-letter queue", remedy: "give it one in infra/schedule.ts" }]),
        ...((target.retryPolicy?.maximumRetryAttempts ?? 0) > 0
          ? []
          : [{ resource, fault: "is not tried again", remedy }]),
        ...(/^cron\(\d+ \* \* \* \? \*\)$/.test(scheduleExpression) && state === "ENABLED"
          ? []
          : [
              {
                resource,
                fault: `runs at ${scheduleExpression}, ${state ?? "no state"}, not every hour`,
                remedy,
              },
            ]),
      ];
    });
    const missing = ["DispatchFunction", "DigestDispatchFunction"].filter(
      (resource) =>
        !functionsOf(program).some((each) => each.resource === resource && targets.has(each.name)),
    );
    return [
      ...wrong,
      ...missing.map((resource) => ({
        resource,
        fault: "has no schedule",
        remedy: "call everyHour in infra/lapse.ts",
      })),
    ];
  },
};

const invokeProps = z.object({
  functionName: z.string(),
  maximumRetryAttempts: z.number(),
  destinationConfig: z.object({ onFailure: z.object({ destination: z.string() }).optional() }).optional(),
});

/** The scheduler and EventBridge only hand a call over; what the function then fails at is Lambda's to keep. */
export const failedCalls: Rule = {
  name: "failed calls are kept",
  holds: "What a function that nobody waits for has failed at three times goes to a queue.",
  check: (program) => {
    const configured = all(program, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").map(
      ({ props }) => invokeProps.parse(props),
    );
    const deadOf = { Dispatch: "ScheduleDead", DigestDispatch: "ScheduleDead", MailEvents: "MailEventDead" };
    return Object.entries(deadOf).flatMap(([name, dead]) => {
      const queue = queuesOf(program).find((each) => each.resource === `${dead}Queue`)?.name;
      const resource = `${name}Function`;
      const physical = functionsOf(program).find((each) => each.resource === resource)?.name;
      const own = configured.find(({ functionName }) => functionName === physical);
      const kept = nameIn(own?.destinationConfig?.onFailure?.destination);
      if (queue !== undefined && kept === queue) return [];
      return [
        {
          resource,
          fault: `loses what it fails at, or does not lay it into ${dead}`,
          remedy: "give it `failed` in infra/functions.ts",
        },
      ];
    });
  },
};
