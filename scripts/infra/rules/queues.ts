import * as z from "zod";
import { maxReceiveCount } from "../../../packages/local/src/stack/queues.ts";
import type { Program } from "../program/resource.ts";
import { all, functionsOf, isDeadLetters, nameIn, queuesOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const fourteenDays = 14 * 86_400;
/** Whose dead letters are whose: given back by their queue, they would otherwise reach the wrong worker. */
const deadOf: Readonly<Record<string, string>> = {
  SweepsQueue: "SweepDeadQueue",
  DigestsQueue: "DigestDeadQueue",
};

export const encryptedQueues: Rule = {
  name: "queues are encrypted",
  holds: "Every queue is encrypted at rest.",
  check: (program) =>
    queuesOf(program)
      .filter(
        ({ sqsManagedSseEnabled, kmsMasterKeyId }) =>
          sqsManagedSseEnabled !== true && kmsMasterKeyId === undefined,
      )
      .map(({ resource }) => ({
        resource,
        fault: "is not encrypted",
        remedy: "set sqsManagedSseEnabled in infra/queues.ts",
      })),
};

export const deadLetters: Rule = {
  name: "queues have dead letters",
  holds:
    "Every queue of work has a dead-letter queue of its own after three receives, and dead letters are kept for 14 days, longer than any message before.",
  check: (program) => {
    const queues = queuesOf(program);
    const byName = new Map(queues.map((queue) => [queue.name, queue]));
    return queues.flatMap((queue): Violation[] => {
      const { resource, messageRetentionSeconds: kept, redrivePolicy } = queue;
      const remedy = "see infra/queues.ts";
      if (isDeadLetters(queue)) {
        return kept === fourteenDays
          ? []
          : [{ resource, fault: "does not keep dead letters for 14 days", remedy }];
      }
      if (kept === undefined) return [{ resource, fault: "does not say how long it keeps messages", remedy }];
      const dead = byName.get(nameIn(redrivePolicy?.deadLetterTargetArn));
      if (redrivePolicy === undefined || dead === undefined || !isDeadLetters(dead)) {
        return [{ resource, fault: "has no dead-letter queue", remedy: "give it a dlq in infra/queues.ts" }];
      }
      if (dead.resource !== deadOf[resource]) {
        return [{ resource, fault: `lays its dead letters into ${dead.resource}`, remedy }];
      }
      if (redrivePolicy.maxReceiveCount !== maxReceiveCount) {
        return [
          {
            resource,
            fault: `gives up after ${redrivePolicy.maxReceiveCount} receives, the local one after ${maxReceiveCount}`,
            remedy,
          },
        ];
      }
      return kept < fourteenDays
        ? []
        : [{ resource, fault: "keeps messages as long as its dead letters", remedy }];
    });
  },
};

const mappingProps = z.object({
  eventSourceArn: z.string(),
  functionName: z.string(),
  batchSize: z.number(),
  functionResponseTypes: z.array(z.string()).default([]),
  scalingConfig: z.object({ maximumConcurrency: z.number() }).optional(),
});

const mappings = (program: Program) =>
  all(program, "aws:lambda/eventSourceMapping:EventSourceMapping").map(({ name, props }) => ({
    ...mappingProps.parse(props),
    resource: name,
  }));

export const visibility: Rule = {
  name: "visibility is six timeouts",
  holds:
    "A queue hides a message for at least six times as long as its worker may take, and both queues of work have a worker.",
  check: (program) => {
    const sources = mappings(program);
    const functions = functionsOf(program);
    return queuesOf(program)
      .filter((queue) => !isDeadLetters(queue))
      .flatMap(({ resource, name, visibilityTimeoutSeconds: hidden = 30 }) => {
        const source = sources.find(({ eventSourceArn }) => nameIn(eventSourceArn) === name);
        const worker = functions.find((each) => each.name === nameIn(source?.functionName));
        if (worker === undefined) {
          return [{ resource, fault: "has no worker", remedy: "subscribe one in infra/lapse.ts" }];
        }
        if (hidden >= 6 * worker.timeout) return [];
        return [
          {
            resource,
            fault: `hides a message for ${hidden} s, and ${worker.resource} may take ${worker.timeout} s`,
            remedy: `hide it for ${6 * worker.timeout} s, or a second worker gets it while the first is at it`,
          },
        ];
      });
  },
};

export const workers: Rule = {
  name: "workers give back what failed",
  holds: "A worker gives back only the messages that failed, and takes no more at once than it may run.",
  check: (program) =>
    mappings(program).flatMap(
      ({ resource, functionResponseTypes, functionName, scalingConfig, batchSize }) => {
        const worker = functionsOf(program).find(({ name }) => name === nameIn(functionName));
        const reserved = worker?.reservedConcurrentExecutions;
        const remedy = "see subscribe in infra/queues.ts";
        return [
          ...(functionResponseTypes.includes("ReportBatchItemFailures")
            ? []
            : [{ resource, fault: "brings a whole batch back when one message fails", remedy }]),
          ...(isHeld(scalingConfig?.maximumConcurrency, reserved, worker?.resource)
            ? []
            : [
                {
                  resource,
                  fault: `takes ${scalingConfig?.maximumConcurrency ?? "any number"} at once, not the ${reserved ?? "2"} that may run, and throttled messages lose tries`,
                  remedy,
                },
              ]),
          ...(batchSize <= (worker?.resource === "SweepFunction" ? 1 : 10)
            ? []
            : [{ resource, fault: `takes ${batchSize} messages at once`, remedy }]),
        ];
      },
    ),
};

/** As many as are reserved; where nothing is, the sweeps as many as the stage says, and the digests two, for SES's sake. */
function isHeld(held: number | undefined, reserved: number | undefined, worker: string | undefined): boolean {
  if (held === undefined || held < 2) return false;
  return reserved === undefined ? worker === "SweepFunction" || held === 2 : held === reserved;
}
