import type { Program } from "../program/resource.ts";
import { alarms, ownMetrics, reaching } from "./alarms.ts";
import { boundary } from "./boundary.ts";
import { environment, linkedNames } from "./environment.ts";
import { concurrency, runtimes, sweepSize } from "./functions.ts";
import { keyPolicy } from "./keyPolicy.ts";
import { keyUse } from "./keyUse.ts";
import { mailEvents } from "./mail.ts";
import { operatorIsTold, outputs } from "./operator.ts";
import { deadLetters, encryptedQueues, visibility, workers } from "./queues.ts";
import { readPolicies } from "./readPolicies.ts";
import { removal } from "./removal.ts";
import { leastRights } from "./rights.ts";
import type { Rule, Violation } from "./rule.ts";
import { failedCalls, schedules } from "./schedules.ts";
import { trueSource } from "./source.ts";
import { recovery, tableShape } from "./table.ts";
import { trust } from "./trust.ts";
import { privateFunctions, uncachedPages } from "./web.ts";
import { wildcardActions } from "./wildcardActions.ts";
import { wildcardResources } from "./wildcardResources.ts";

/** Everything that holds of the program, whatever the stage. */
export const rules: readonly Rule[] = [
  ...[readPolicies, wildcardActions, wildcardResources, leastRights, trust, boundary],
  ...[keyUse, keyPolicy, environment, linkedNames],
  ...[encryptedQueues, deadLetters, visibility, workers, schedules, failedCalls],
  ...[
    recovery,
    tableShape,
    removal,
    privateFunctions,
    uncachedPages,
    trueSource,
    runtimes,
    sweepSize,
    concurrency,
    mailEvents,
    alarms,
    reaching,
    ownMetrics,
    operatorIsTold,
    outputs,
  ],
];

export interface Broken extends Violation {
  readonly rule: Rule;
}

export function broken(program: Program): Broken[] {
  return rules.flatMap((rule) => rule.check(program).map((violation) => ({ ...violation, rule })));
}
