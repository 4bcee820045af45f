import { rolesOf } from "./policies.ts";
import type { Rule } from "./rule.ts";

/** Where rules/policies.ts looks, by type. */
const read = [
  ...[
    "aws:iam/role:Role",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/key:Key",
    "aws:sqs/queuePolicy:QueuePolicy",
  ],
  ...["aws:sqs/queue:Queue", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topic:Topic"],
];
/** The roles that are known: those of the six functions, the two schedules and the edge. */
const roles = [
  ...["Dispatch", "DigestDispatch", "Sweep", "Digest", "Web", "MailEvents"],
  ...["DispatchEveryHour", "DigestEveryHour", "PagesRouterEdgeFunction"],
].map((name) => `${name}Role`);

export const readPolicies: Rule = {
  name: "every policy is read",
  holds: "There is no policy that these rules do not read, and no role that they do not know.",
  check: (program) => [
    ...program.resources
      .filter(
        ({ type, props }) => !read.includes(type) && (isPolicy(type) || typeof props["policy"] === "string"),
      )
      .map(({ name, type }) => ({
        resource: name,
        fault: `is a ${type}, which no rule reads`,
        remedy: "put the rights into infra/permissions.ts, or teach rules/policies.ts to read it",
      })),
    ...rolesOf(program)
      .filter(({ resource }) => !roles.includes(resource))
      .map(({ resource }) => ({
        resource,
        fault: "is a role that no rule knows",
        remedy: "write down what it may do and name it in rules/readPolicies.ts",
      })),
  ],
};

function isPolicy(type: string): boolean {
  return (
    type.startsWith("aws:iam/") || (/policy/i.test(type.split(":").at(-1) ?? "") && !/cloudfront/.test(type))
  );
}
