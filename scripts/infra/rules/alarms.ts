import * as z from "zod";
import { all, functionsOf, isDeadLetters, queuesOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const alarmProps = z.object({
  alarmDescription: z.string(),
  alarmActions: z.array(z.string()).default([]),
  dimensions: z.record(z.string(), z.string()).default({}),
  metricName: z.string().optional(),
});

/** The ones that an operator can't do without; each function and each queue of dead letters has its own beside them. */
const needed = [
  ...["MemberOverdue", "DispatchSilent", "DigestDispatchSilent", "PageDrift", "Challenged"],
  ...["BounceRate", "ComplaintRate", "TableThrottles", "StillStopped"],
].map((name) => `${name}Alarm`);

export const alarms: Rule = {
  name: "alarms reach somebody",
  holds: "What matters has an alarm, and each alarm tells the topic that the operator reads.",
  check: (program) => {
    const found = all(program, "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name, props }) => ({
      resource: name,
      ...alarmProps.parse(props),
    }));
    const topics = all(program, "aws:sns/topic:Topic").map(({ name }) => name);
    const readers = all(program, "aws:sns/topicSubscription:TopicSubscription").length;
    const remedy = "see infra/watch";
    const watches = (metric: string, name: string) =>
      found.some(
        ({ metricName, dimensions }) => metricName === metric && Object.values(dimensions).includes(name),
      );
    const missing: Violation[] = needed
      .filter((name) => !found.some(({ resource }) => resource === name))
      .map((resource) => ({ resource, fault: "is not there", remedy }));
    const deaf = found
      .filter(({ alarmActions }) => !alarmActions.some((arn) => /:lapse-[^:]+-alarms$/.test(arn)))
      .map(({ resource }) => ({ resource, fault: "tells nobody", remedy }));
    const dead = queuesOf(program)
      .filter((queue) => isDeadLetters(queue) && !watches("ApproximateNumberOfMessagesVisible", queue.name))
      .map(({ resource }) => ({ resource, fault: "fills up without an alarm", remedy }));
    const functions = functionsOf(program)
      .filter(({ resource }) =>
        /^(?:Dispatch|DigestDispatch|Sweep|Digest|Web|MailEvents)Function$/.test(resource),
      )
      .filter(({ name }) => !watches("Errors", name) || !watches("Throttles", name))
      .map(({ resource }) => ({ resource, fault: "fails without an alarm", remedy }));
    const unread =
      program.stage === "production" && (topics.length !== 1 || readers === 0)
        ? [{ resource: "Alarms", fault: "has no reader in production", remedy }]
        : [];
    return [...missing, ...deaf, ...dead, ...functions, ...unread];
  },
};
