import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Program, Resource } from "../program/resource.ts";
import { all, functionNamed, nameIn, queuesOf } from "./find.ts";
import { statementsOf } from "./policies.ts";
import type { Rule, Violation } from "./rule.ts";

const setProps = z.object({
  configurationSetName: z.string(),
  suppressionOptions: z.object({ suppressedReasons: z.array(z.string()) }).optional(),
  deliveryOptions: z.object({ tlsPolicy: z.string().optional() }).optional(),
  reputationOptions: z.object({ reputationMetricsEnabled: z.boolean() }).optional(),
  sendingOptions: z.object({ sendingEnabled: z.boolean() }).optional(),
});
const destinationProps = z.object({
  configurationSetName: z.string(),
  eventDestination: z.object({
    enabled: z.boolean(),
    matchingEventTypes: z.array(z.string()),
    eventBridgeDestination: z.object({ eventBusArn: z.string() }),
  }),
});
const targetProps = z.object({
  arn: z.string(),
  rule: z.string(),
  deadLetterConfig: z.object({ arn: z.string() }).optional(),
  retryPolicy: z.object({ maximumRetryAttempts: z.number() }).optional(),
});
const needed = ["BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE"];

export const mailEvents: Rule = {
  name: "bounces and complaints come back",
  holds:
    "Bounces, complaints and rejects of our mails reach the function for them, are tried again and leave a dead letter, and SES mails nobody again who bounced or complained.",
  check: (program) => [...sets(program), ...destinations(program), ...targets(program), ...account(program)],
};

function sets(program: Program): Violation[] {
  const found = all(program, "aws:sesv2/configurationSet:ConfigurationSet");
  if (found.length !== 1) {
    return [
      {
        resource: "configuration set",
        fault: `is there ${found.length} times`,
        remedy: "keep the one of infra/email.ts",
      },
    ];
  }
  return found.flatMap(({ name: resource, props }) => {
    const { suppressionOptions, deliveryOptions, reputationOptions, sendingOptions } = setProps.parse(props);
    return [
      ...(isSuppressing(suppressionOptions?.suppressedReasons)
        ? []
        : [
            { resource, fault: "mails people again who bounced or complained", remedy: "see infra/email.ts" },
          ]),
      ...(deliveryOptions?.tlsPolicy === "REQUIRE"
        ? []
        : [{ resource, fault: "hands mails over without encryption", remedy: "see infra/email.ts" }]),
      ...(reputationOptions?.reputationMetricsEnabled === true
        ? []
        : [{ resource, fault: "counts no bounces, which two alarms look at", remedy: "see infra/email.ts" }]),
      ...(sendingOptions?.sendingEnabled === true
        ? []
        : [{ resource, fault: "sends nothing", remedy: "see infra/email.ts" }]),
    ];
  });
}

function destinations(program: Program): Violation[] {
  const found = all(
    program,
    "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
  ).map(({ props }) => destinationProps.parse(props).eventDestination);
  const missing = needed.filter(
    (kind) =>
      !found.some(
        ({ enabled, matchingEventTypes, eventBridgeDestination: { eventBusArn } }) =>
          enabled && matchingEventTypes.includes(kind) && /:event-bus\/default$/.test(eventBusArn),
      ),
  );
  if (missing.length === 0) return [];
  return [
    {
      resource: "MailEventsDestination",
      fault: `does not tell of ${missing.join(", ")}`,
      remedy: "see infra/mailEvents.ts",
    },
  ];
}

function targets(program: Program): Violation[] {
  const set = all(program, "aws:sesv2/configurationSet:ConfigurationSet")[0]?.props["configurationSetName"];
  // Not narrower: which kinds there are is the destination's to say, and what is no news the function leaves.
  const wanted = { source: ["aws.ses"], detail: { mail: { tags: { "ses:configuration-set": [set] } } } };
  const rule = all(program, "aws:cloudwatch/eventRule:EventRule").find(({ props }) =>
    isDeepStrictEqual(JSON.parse(String(props["eventPattern"])), wanted),
  );
  const dead = queuesOf(program).find(({ resource }) => resource === "MailEventDeadQueue");
  const remedy = "see infra/mailEvents.ts";
  const name = rule?.props["name"];
  const reached = rule !== undefined && isEnabled(rule) && isTarget(program, name, dead?.name ?? "");
  const kept = dead !== undefined && mayWrite(program, String(name), dead.name);
  return [
    ...(reached
      ? []
      : [
          {
            resource: "MailEventsRule",
            fault: "does not bring this stage's mail events to MailEvents, with dead letters and retries",
            remedy,
          },
        ]),
    ...(kept
      ? []
      : [{ resource: "MailEventDeadPolicy", fault: "does not let the rule write its dead letters", remedy }]),
  ];
}

const isEnabled = ({ props }: Resource) =>
  [undefined, "ENABLED"].includes(props["state"] as string | undefined);

function isTarget(program: Program, rule: unknown, dead: string): boolean {
  return all(program, "aws:cloudwatch/eventTarget:EventTarget").some(({ props }) => {
    const { arn, rule: of, deadLetterConfig, retryPolicy } = targetProps.parse(props);
    return (
      of === rule &&
      nameIn(arn) === functionNamed(program, "MailEvents")?.name &&
      nameIn(deadLetterConfig?.arn) === dead &&
      (retryPolicy?.maximumRetryAttempts ?? 0) > 0
    );
  });
}

/** A rule has no role: what lets it write is the queue's own policy. */
function mayWrite(program: Program, rule: string, dead: string): boolean {
  const urls = all(program, "aws:sqs/queuePolicy:QueuePolicy").filter(({ props }) =>
    String(props["queueUrl"]).endsWith(`/${dead}`),
  );
  return statementsOf(program).some(
    ({ kind, resource, Effect, Principal, Action, Resource, Condition }) =>
      kind === "queue" &&
      urls.some(({ name }) => name === resource) &&
      Effect === "Allow" &&
      Principal !== "*" &&
      Principal?.["Service"]?.join() === "events.amazonaws.com" &&
      Action?.join() === "sqs:SendMessage" &&
      Resource?.map(nameIn).join() === dead &&
      Condition?.["ArnEquals"]?.["aws:SourceArn"]?.every((arn) => arn.endsWith(`:rule/${rule}`)) === true,
  );
}

/** The account's own list and the domain belong to production alone, or, where they were there before, to nobody here. */
function account(program: Program): Violation[] {
  const lists = all(program, "aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes");
  const domains = all(program, "aws:sesv2/emailIdentity:EmailIdentity");
  const most = program.stage === "production" ? 1 : 0;
  const listed = lists.every(({ props }) => isSuppressing(props["suppressedReasons"]));
  const signed = domains.every(({ props }) => props["dkimSigningAttributes"] !== undefined);
  if (lists.length === domains.length && domains.length <= most && listed && signed) return [];
  return [
    {
      resource: "MailIdentity",
      fault: "or the account's suppression is not set up by production, and by production alone, with DKIM",
      remedy: "see register in infra/email.ts",
    },
  ];
}

function isSuppressing(reasons: unknown): boolean {
  return Array.isArray(reasons) && ["BOUNCE", "COMPLAINT"].every((reason) => reasons.includes(reason));
}
