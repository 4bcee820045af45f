import type { FunctionName } from "./bundling.ts";
import type { Permission } from "./function.ts";
import { opening, sealing } from "./key.ts";

export interface Things {
  readonly table: sst.aws.Dynamo;
  readonly key: aws.kms.Key;
  readonly sweeps: sst.aws.Queue;
  readonly digests: sst.aws.Queue;
  readonly sending: Permission;
}

/** What each function may do, beside writing its own log; nothing else gives a function a right. */
export function permissions({ table, key, sweeps, digests, sending }: Things) {
  const items = (...names: readonly string[]): Permission => ({
    actions: names.map((name) => `dynamodb:${name}`),
    resources: [table.arn],
  });
  const whoIsDue: Permission = {
    actions: ["dynamodb:Query"],
    resources: [$interpolate`${table.arn}/index/due`],
  };
  const send = (queue: sst.aws.Queue): Permission => ({
    actions: ["sqs:SendMessage"],
    resources: [queue.arn],
  });
  const work = (queue: sst.aws.Queue): Permission => ({
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    resources: [queue.arn],
  });
  const everything = items("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "BatchWriteItem");
  return {
    Dispatch: [whoIsDue, items("GetItem", "UpdateItem"), send(sweeps)],
    DigestDispatch: [whoIsDue, items("BatchGetItem"), send(digests)],
    Sweep: [everything, opening(key), sealing(key), sending, work(sweeps)],
    // What was written for somebody in the moment in which they left is deleted again, in batches.
    Digest: [items("GetItem", "PutItem", "UpdateItem", "Query", "BatchWriteItem"), sending, work(digests)],
    Web: [everything, sealing(key), sending, send(sweeps)],
    MailEvents: [items("GetItem", "PutItem", "UpdateItem", "Query", "BatchWriteItem")],
  } as const satisfies Record<FunctionName, readonly Permission[]>;
}
