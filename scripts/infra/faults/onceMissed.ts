import { alarms, ownMetrics, reaching } from "../rules/alarms.ts";
import { boundary } from "../rules/boundary.ts";
import { concurrency } from "../rules/functions.ts";
import { mailEvents } from "../rules/mail.ts";
import { operatorIsTold } from "../rules/operator.ts";
import { deadLetters, workers } from "../rules/queues.ts";
import { leastRights } from "../rules/rights.ts";
import { trueSource } from "../rules/source.ts";
import { boundary as someBoundary } from "./changes.ts";
import { type Fault, fault } from "./fault.ts";

/** Alarms and mails that look as before, and of which nobody would ever hear. */
const unheard: readonly Fault[] = [
  fault(
    "silence that is taken for rest",
    alarms,
    "watch/alarmPlans.ts",
    'periods: 26, missing: "breaching"',
    'periods: 26, missing: "notBreaching"',
  ),
  fault(
    "a namespace that nobody writes into",
    ownMetrics,
    "watch/alarms.ts",
    "namespace: metricNamespace, name, stat",
    'namespace: "lapse", name, stat',
  ),
  fault(
    "a metric of another function",
    ownMetrics,
    "watch/alarmPlans.ts",
    'own("dispatch", "MembersOverdue"',
    'own("digest", "MembersOverdue"',
  ),
  fault(
    "bounces that nobody counts",
    mailEvents,
    "email.ts",
    "reputationMetricsEnabled: true",
    "reputationMetricsEnabled: false",
  ),
  fault(
    "alarms that are switched off",
    reaching,
    "watch/alarms.ts",
    "alarmActions: [topic.arn],",
    "alarmActions: [topic.arn], actionsEnabled: false,",
  ),
  fault(
    "a thousand dead letters before anybody is called",
    alarms,
    "watch/alarmPlans.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of the program
    "...{ ...well, name: `${name}Letters`, period: 300 }",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of the program
    "...{ ...well, name: `${name}Letters`, period: 300, threshold: 1_000 }",
  ),
  fault(
    "a topic that lets somebody else write",
    operatorIsTold,
    "watch/alarms.ts",
    '"cloudwatch.amazonaws.com"',
    '"events.amazonaws.com"',
  ),
  fault("no budget", operatorIsTold, "watch/alarms.ts", "budget(stage);", ""),
];

/** Ways that lead nowhere, or to somebody else. */
const astray: readonly Fault[] = [
  fault(
    "a scheduler that may call nothing",
    leastRights,
    "schedule.ts",
    "args.assumeRolePolicy = schedulerTrust();",
    "args.assumeRolePolicy = schedulerTrust(); args.inlinePolicies = [];",
  ),
  fault(
    "a rule that may not write its dead letters",
    mailEvents,
    "mailEvents.ts",
    "letRuleWrite(dead, rule);\n}",
    "}",
  ),
  fault(
    "an event pattern without the bounces",
    mailEvents,
    "mailEvents.ts",
    'source: ["aws.ses"],',
    'source: ["aws.ses"], "detail-type": ["Email Delivered"],',
  ),
  fault(
    "sweeps' dead letters among the digests'",
    deadLetters,
    "queues.ts",
    "workerSeconds.sweep, sweepDead)",
    "workerSeconds.sweep, digestDead)",
  ),
  fault(
    "digests that take more than may run",
    workers,
    "queues.ts",
    "scalingConfig: { maximumConcurrency: atOnce },",
    '...(name === "Digest" ? {} : { scalingConfig: { maximumConcurrency: atOnce } }),',
  ),
  fault(
    "pages without a limit of their own",
    concurrency,
    "stage.ts",
    "pagesAtOnce: 20,",
    "pagesAtOnce: null,",
  ),
  fault(
    "a small stage that no new account can deploy",
    concurrency,
    "stage.ts",
    "reservesSweeps: false,",
    "reservesSweeps: true,",
    { stage: "pr-1" },
  ),
];

/** Rights that nobody sees in passing. */
const tooMuch: readonly Fault[] = [
  fault(
    "a scheduler that may delete the table",
    leastRights,
    "schedule.ts",
    "args.assumeRolePolicy = schedulerTrust();",
    `args.assumeRolePolicy = schedulerTrust();
     args.inlinePolicies = [{ policy: '{"Statement":{"Effect":"Allow","Action":"dynamodb:DeleteTable","Resource":"arn:aws:dynamodb:eu-central-1:123456789012:table/lapse"}}' }];`,
  ),
  fault(
    "a function that writes into the web's log",
    leastRights,
    "function.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of the program
    "resources: [$interpolate`${log.arn}:*`]",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of the program
    'resources: [log.arn.apply((arn) => `${arn.replace("-Sweep", "-Web")}:*`)]',
  ),
  fault(
    "mail in somebody else's name",
    leastRights,
    "email.ts",
    "values: [stage.mail.address]",
    'values: ["somebody@example.com"]',
  ),
  fault(
    "an address that a client makes up",
    trueSource,
    "web.ts",
    'const nameTheSource = `event.request.headers["x-lapse-source"]',
    'const nameTheSource = `// event.request.headers["x-lapse-source"]',
  ),
  fault(
    "a role beyond the boundary",
    boundary,
    "roles.ts",
    "if (boundary !== null) args",
    'if (boundary !== null && name !== "SweepRole") args',
    { settings: { LAPSE_BOUNDARY: someBoundary } },
  ),
];

/** Mistakes that every rule once let through: each has its rule now. */
export const onceMissed: readonly Fault[] = [...unheard, ...astray, ...tooMuch];
