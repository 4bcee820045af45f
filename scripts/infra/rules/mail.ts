import * as z from "zod";
import type { Program, Resource } from "../program/resource.ts";
import { all } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const setProps = z.object({
  configurationSetName: z.string(),
  suppressionOptions: z.object({ suppressedReasons: z.array(z.string()) }).optional(),
  deliveryOptions: z.object({ tlsPolicy: z.string().optional() }).optional(),
});
const destinationProps = z.object({
  configurationSetName: z.string(),
  eventDestination: z.object({
    enabled: z.boolean(),
    matchingEventTypes: z.array(z.string()),
    eventBridgeDestination: z.object({ eventBusArn: z.string() }),
  }),
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
    const { suppressionOptions, deliveryOptions } = setProps.parse(props);
    return [
      ...(isSuppressing(suppressionOptions?.suppressedReasons)
        ? []
        : [
            { resource, fault: "mails people again who bounced or complained", remedy: "see infra/email.ts" },
          ]),
      ...(deliveryOptions?.tlsPolicy === "REQUIRE"
        ? []
        : [{ resource, fault: "hands mails over without encryption", remedy: "see infra/email.ts" }]),
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
  const rules = all(program, "aws:cloudwatch/eventRule:EventRule").filter(({ props }) =>
    String(props["eventPattern"]).includes('"aws.ses"'),
  );
  const set = all(program, "aws:sesv2/configurationSet:ConfigurationSet")[0]?.props["configurationSetName"];
  const reaches = rules.some(
    ({ props }) =>
      String(props["eventPattern"]).includes(`"${String(set)}"`) && target(program, props["name"]),
  );
  if (reaches) return [];
  return [
    {
      resource: "MailEventsRule",
      fault: "does not bring this stage's mail events to MailEvents, with dead letters and retries",
      remedy: "see infra/mailEvents.ts",
    },
  ];
}

function target(program: Program, rule: unknown): Resource | undefined {
  return all(program, "aws:cloudwatch/eventTarget:EventTarget").find(
    ({ props }) =>
      props["rule"] === rule &&
      /MailEventsFunction/.test(String(props["arn"])) &&
      props["deadLetterConfig"] !== undefined &&
      props["retryPolicy"] !== undefined,
  );
}

/** The account's own list and the domain belong to production alone. */
function account(program: Program): Violation[] {
  const lists = all(program, "aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes");
  const domains = all(program, "aws:sesv2/emailIdentity:EmailIdentity");
  const expected = program.stage === "production" ? 1 : 0;
  const listed = lists.every(({ props }) => isSuppressing(props["suppressedReasons"]));
  const signed = domains.every(({ props }) => props["dkimSigningAttributes"] !== undefined);
  if (lists.length === expected && domains.length === expected && listed && signed) return [];
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
