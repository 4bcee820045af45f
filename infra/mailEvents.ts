import type { Email } from "./email.ts";
import type { Stage } from "./stage.ts";

/** What has to be known of a mail after SES took it. A delivery that is late is a log line for an operator, no more. */
const kinds = ["BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY"];

/** SES tells the account's default bus (it can tell no other one), and a rule passes on what is about our mails. */
export function mailEvents(
  stage: Stage,
  { configurationSet }: Email,
  target: sst.aws.Function,
  dead: sst.aws.Queue,
): void {
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  new aws.sesv2.ConfigurationSetEventDestination("MailEventsDestination", {
    configurationSetName: configurationSet.configurationSetName,
    eventDestinationName: "mail-events",
    eventDestination: {
      enabled: true,
      matchingEventTypes: kinds,
      eventBridgeDestination: {
        eventBusArn: $interpolate`arn:aws:events:${region}:${account}:event-bus/default`,
      },
    },
  });
  const rule = new aws.cloudwatch.EventRule("MailEventsRule", {
    name: `${$app.name}-${stage.name}-mail-events`,
    description: "What became of the mails that this stage sent",
    eventPattern: $jsonStringify({
      source: ["aws.ses"],
      detail: { mail: { tags: { "ses:configuration-set": [configurationSet.configurationSetName] } } },
    }),
  });
  new aws.cloudwatch.EventTarget("MailEventsTarget", {
    rule: rule.name,
    targetId: "mail-events",
    arn: target.arn,
    retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 },
    deadLetterConfig: { arn: dead.arn },
  });
  new aws.lambda.Permission("MailEventsInvocation", {
    action: "lambda:InvokeFunction",
    function: target.name,
    principal: "events.amazonaws.com",
    sourceArn: rule.arn,
  });
  letRuleWrite(dead, rule);
}

function letRuleWrite(dead: sst.aws.Queue, rule: aws.cloudwatch.EventRule): void {
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
        actions: ["sqs:SendMessage"],
        resources: [dead.arn],
        conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [rule.arn] }],
      },
    ],
  });
  new aws.sqs.QueuePolicy("MailEventDeadPolicy", { queueUrl: dead.url, policy: policy.json });
}
