import * as z from "zod";
import type { Program } from "../program/resource.ts";
import { all } from "./find.ts";

const some = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.union([z.literal("*"), z.record(z.string(), some)]).optional(),
  Action: some.optional(),
  NotAction: some.optional(),
  Resource: some.optional(),
  NotResource: some.optional(),
  Condition: z.record(z.string(), z.record(z.string(), some)).optional(),
});
const documentSchema = z.object({ Statement: z.union([statementSchema, z.array(statementSchema)]) });

export interface Statement extends z.output<typeof statementSchema> {
  /** Where it stands: the role, the key's policy, the queue's policy. */
  readonly resource: string;
  readonly kind: "rights" | "trust" | "key" | "queue" | "topic";
}

const roleProps = z.object({
  name: z.string(),
  assumeRolePolicy: z.string(),
  inlinePolicies: z.array(z.object({ policy: z.string() })).default([]),
  managedPolicyArns: z.array(z.string()).default([]),
});
export type RoleResource = z.output<typeof roleProps> & { readonly resource: string };

export function rolesOf(program: Program): readonly RoleResource[] {
  return all(program, "aws:iam/role:Role").map(({ name, props }) => ({
    ...roleProps.parse(props),
    resource: name,
  }));
}

/** Every statement of every policy in the program. */
export function statementsOf(program: Program): readonly Statement[] {
  return [
    ...rolesOf(program).flatMap(({ resource, assumeRolePolicy, inlinePolicies }) => [
      ...parsed(assumeRolePolicy, resource, "trust"),
      ...inlinePolicies.flatMap(({ policy }) => parsed(policy, resource, "rights")),
    ]),
    ...documents(program, "aws:kms/keyPolicy:KeyPolicy", "key"),
    ...documents(program, "aws:kms/key:Key", "key"),
    ...documents(program, "aws:sqs/queuePolicy:QueuePolicy", "queue"),
    ...documents(program, "aws:sqs/queue:Queue", "queue"),
    ...documents(program, "aws:sns/topicPolicy:TopicPolicy", "topic"),
    ...documents(program, "aws:sns/topic:Topic", "topic"),
  ];
}

/** The rights of one function's role. */
export function rightsOf(program: Program, functionName: string): readonly Statement[] {
  return statementsOf(program).filter(
    ({ kind, resource }) => kind === "rights" && resource === `${functionName}Role`,
  );
}

function documents(program: Program, type: string, kind: Statement["kind"]): Statement[] {
  return all(program, type).flatMap(({ name, props }) => {
    const { policy } = props;
    return typeof policy === "string" ? parsed(policy, name, kind) : [];
  });
}

function parsed(json: string, resource: string, kind: Statement["kind"]): Statement[] {
  const { Statement } = documentSchema.parse(JSON.parse(json));
  return [Statement].flat().map((statement) => ({ ...statement, resource, kind }));
}
