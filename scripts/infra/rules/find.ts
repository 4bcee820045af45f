import * as z from "zod";
import type { Program, Resource } from "../program/resource.ts";

/** All resources of a type, in the program's order. */
export function all(program: Program, type: string): readonly Resource[] {
  return program.resources.filter((resource) => resource.type === type);
}

const functionProps = z.object({
  name: z.string(),
  role: z.string(),
  timeout: z.number(),
  memorySize: z.number(),
  runtime: z.string(),
  architectures: z.array(z.string()).optional(),
  reservedConcurrentExecutions: z.number().optional(),
  ephemeralStorage: z.object({ size: z.number() }).optional(),
  environment: z.object({ variables: z.record(z.string(), z.string()) }).optional(),
  loggingConfig: z.object({ logGroup: z.string() }).optional(),
});
export type FunctionResource = z.output<typeof functionProps> & { readonly resource: string };

/** Every Lambda function, the one at the edge included. */
export function functionsOf(program: Program): readonly FunctionResource[] {
  return all(program, "aws:lambda/function:Function").map(({ name, props }) => ({
    ...functionProps.parse(props),
    resource: name,
  }));
}

/** The function by its name in SST. */
export function functionNamed(program: Program, name: string): FunctionResource | undefined {
  return functionsOf(program).find(({ resource }) => resource === `${name}Function`);
}

const queueProps = z.object({
  name: z.string(),
  sqsManagedSseEnabled: z.boolean().optional(),
  kmsMasterKeyId: z.string().optional(),
  messageRetentionSeconds: z.number().optional(),
  visibilityTimeoutSeconds: z.number().optional(),
  redrivePolicy: z
    .string()
    .transform((text) =>
      z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).parse(JSON.parse(text)),
    )
    .optional(),
});
export type QueueResource = z.output<typeof queueProps> & { readonly resource: string };

export function queuesOf(program: Program): readonly QueueResource[] {
  return all(program, "aws:sqs/queue:Queue").map(({ name, props }) => ({
    ...queueProps.parse(props),
    resource: name,
  }));
}

/** What the functions know the table by: the program's own, or the one that was restored in its place. */
export function tableNameOf({ links }: Program): string {
  return String(links["MemberTable"]?.["name"]);
}

/** An ARN's last part: the name of a queue, of a function (`function:name`) and so on. */
export function nameIn(arn: string | undefined): string {
  return arn?.split(":").at(-1) ?? "";
}

/** Whether it is a queue for what failed: something else sends its failures there, and nothing works it off. */
export function isDeadLetters(queue: QueueResource): boolean {
  return queue.resource.endsWith("DeadQueue");
}
