import { type Statement, statementsOf } from "./policies.ts";
import type { Rule } from "./rule.ts";

interface Exception {
  readonly kind: Statement["kind"];
  readonly resources: RegExp;
  readonly actions: RegExp;
  readonly role: RegExp;
  readonly reason: string;
}

/** Where a wildcard is the narrowest that AWS takes. */
const exceptions: readonly Exception[] = [
  {
    ...{ kind: "key", role: /KeyPolicy$/, resources: /^\*$/, actions: /^kms:/ },
    reason: "in the policy of a key, * is that key and no other",
  },
  {
    ...{ kind: "rights", role: /Role$/, actions: /^logs:(?:CreateLogStream|PutLogEvents)$/ },
    resources: /^arn:aws:logs:[^:*]+:\d+:log-group:\/aws\/lambda\/[\w-]+:\*$/,
    reason: "the streams in the function's own log group, which Lambda names",
  },
  {
    ...{ kind: "rights", role: /^PagesRouterEdgeFunctionRole$/ },
    actions: /^logs:(?:CreateLogGroup|CreateLogStream|PutLogEvents)$/,
    resources: /^arn:aws:logs:\*:\d+:log-group:\/aws\/lambda\/us-east-1\.lapse-[\w-]+-\*$/,
    reason:
      "a function at the edge logs in whichever region is near the viewer, in groups that it makes there",
  },
  {
    ...{ kind: "rights", role: /^(?:Sweep|Digest|Web)Role$/, actions: /^ses:SendEmail$/ },
    resources: /^arn:aws:ses:[^:*]+:\d+:identity\/\*$/,
    reason:
      "in the SES sandbox the recipient counts as an identity, too; a condition holds the sender to our address",
  },
];

export const wildcardResources: Rule = {
  name: "no wildcard resource",
  holds: `No policy names a resource with a wildcard, except: ${exceptions.map(({ reason }) => reason).join("; ")}.`,
  check: (program) =>
    statementsOf(program)
      .filter(({ kind }) => kind !== "trust")
      .flatMap((statement) => {
        const wild = (statement.Resource ?? []).find(
          (resource) => /[*?]/.test(resource) && !excepted(statement, resource),
        );
        if (wild === undefined && statement.NotResource === undefined) return [];
        const actions = (statement.Action ?? []).join(", ");
        return [
          {
            resource: statement.resource,
            fault: `allows ${actions} on ${wild ?? "everything but a list"}`,
            remedy:
              "name the one resource; if AWS takes no narrower one, add it with its reason to rules/wildcardResources.ts",
          },
        ];
      }),
};

function excepted({ kind, resource: role, Action = [], Condition }: Statement, resource: string): boolean {
  return exceptions.some(
    (exception) =>
      exception.kind === kind &&
      exception.role.test(role) &&
      exception.resources.test(resource) &&
      Action.every((action) => exception.actions.test(action)) &&
      (!Action.includes("ses:SendEmail") || Condition?.["StringEquals"]?.["ses:FromAddress"]?.length === 1),
  );
}
