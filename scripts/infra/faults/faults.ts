import { reaching } from "../rules/alarms.ts";
import { environment } from "../rules/environment.ts";
import { keyUse } from "../rules/keyUse.ts";
import { deadLetters, encryptedQueues, visibility } from "../rules/queues.ts";
import { removal } from "../rules/removal.ts";
import { leastRights } from "../rules/rights.ts";
import { schedules } from "../rules/schedules.ts";
import { recovery } from "../rules/table.ts";
import { trust } from "../rules/trust.ts";
import { privateFunctions } from "../rules/web.ts";
import { wildcardActions } from "../rules/wildcardActions.ts";
import { type Fault, fault } from "./fault.ts";
import { onceMissed } from "./onceMissed.ts";

/** All that the check proves to be noticed. */
export const faults: readonly Fault[] = [
  fault(
    "a wildcard",
    wildcardActions,
    "permissions.ts",
    '["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]',
    '["sqs:*"]',
  ),
  fault(
    "a missing dead-letter queue",
    deadLetters,
    "queues.ts",
    "dlq: { queue: dead.arn, retry: maxReceiveCount },",
    "",
  ),
  fault(
    "a public function",
    privateFunctions,
    "function.ts",
    '{ authorization: "iam", cors: false, router: { instance: plan.url.router } }',
    '{ authorization: "none", cors: false }',
  ),
  fault(
    "an unencrypted queue",
    encryptedQueues,
    "queues.ts",
    "sqsManagedSseEnabled: true, messageRetentionSeconds: 4 * day",
    "messageRetentionSeconds: 4 * day",
  ),
  fault(
    "a decrypt right for the web",
    keyUse,
    "permissions.ts",
    "Web: [everything, sealing(key)",
    "Web: [everything, opening(key), sealing(key)",
  ),
  fault("a visibility timeout too short", visibility, "queues.ts", "6 * seconds", "5 * seconds"),
  fault(
    "no recovery",
    recovery,
    "storage.ts",
    "pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 }",
    "pointInTimeRecovery: { enabled: false }",
  ),
  fault(
    "a secret in the environment",
    environment,
    "function.ts",
    "copyFiles:",
    'environment: { SIGNING_SECRET: "correct horse battery staple" }, copyFiles:',
  ),
  fault("a schedule without dead letters", schedules, "schedule.ts", "dlq: dead.arn,", ""),
  fault("data removed in production", removal, "stage.ts", 'removal: "retain",', 'removal: "remove",'),
  fault("a role that trusts the account", trust, "function.ts", "args.assumeRolePolicy = lambdaTrust;", ""),
  fault(
    "a right that nobody wrote down",
    leastRights,
    "permissions.ts",
    "DigestDispatch: [whoIsDue, items(",
    'DigestDispatch: [whoIsDue, items("DeleteItem", ',
  ),
  fault("an alarm that tells nobody", reaching, "watch/alarms.ts", "alarmActions: [topic.arn],", ""),
  ...onceMissed,
];
