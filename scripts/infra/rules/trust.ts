import { account } from "../program/account.ts";
import type { Program } from "../program/resource.ts";
import { rolesOf, type Statement, statementsOf } from "./policies.ts";
import type { Rule, Violation } from "./rule.ts";

/** Who may take a role, by how the role's name ends. Lambda takes no condition on the account; the scheduler does. */
const trusted: readonly { readonly role: RegExp; readonly services: string; readonly account: boolean }[] = [
  {
    role: /^PagesRouterEdgeFunctionRole$/,
    services: "edgelambda.amazonaws.com lambda.amazonaws.com",
    account: false,
  },
  { role: /EveryHourRole$/, services: "scheduler.amazonaws.com", account: true },
  { role: /Role$/, services: "lambda.amazonaws.com", account: false },
];

export const trust: Rule = {
  name: "no role trusts the account",
  holds:
    "A role is taken by the one AWS service that needs it, and never by the account's own root or users.",
  check: (program) => [...roles(program), ...others(program)],
};

function roles(program: Program): Violation[] {
  const statements = statementsOf(program).filter(({ kind }) => kind === "trust");
  return rolesOf(program).flatMap(({ resource, managedPolicyArns }) => {
    const own = statements.filter((statement) => statement.resource === resource);
    const expected = trusted.find(({ role }) => role.test(resource));
    const right = own.length === 1 && own.every((each) => isTrusted(each, expected));
    return [
      ...(right
        ? []
        : [
            {
              resource,
              fault: `is taken by ${own.map(({ Principal }) => JSON.stringify(Principal)).join(" and ")}`,
              remedy: `let only ${expected?.services ?? "one service"} take it (see lambdaTrust in infra/function.ts)`,
            },
          ]),
      ...managedPolicyArns.map((arn) => ({
        resource,
        fault: `carries the managed policy ${arn}, which allows more than the function needs`,
        remedy: "write its few rights out in infra/permissions.ts",
      })),
    ];
  });
}

function isTrusted(
  { Principal, Condition }: Statement,
  expected: (typeof trusted)[number] | undefined,
): boolean {
  if (expected === undefined || Principal === undefined || Principal === "*") return false;
  const services = Principal["Service"] ?? [];
  return (
    Object.keys(Principal).length === 1 &&
    services.toSorted().join(" ") === expected.services &&
    (!expected.account || Condition?.["StringEquals"]?.["aws:SourceAccount"]?.[0] === account.id)
  );
}

/** Outside of trust and of the key, nothing may be opened to whole accounts or to everybody either. */
function others(program: Program): Violation[] {
  return statementsOf(program)
    .filter(({ kind, Principal }) => (kind === "queue" || kind === "topic") && !isOneService(Principal))
    .map(({ resource, Principal }) => ({
      resource,
      fault: `is open to ${JSON.stringify(Principal)}`,
      remedy: "let one service in, for one source",
    }));
}

function isOneService(principal: Statement["Principal"]): boolean {
  return (
    principal !== undefined &&
    principal !== "*" &&
    Object.keys(principal).join() === "Service" &&
    principal["Service"]?.length === 1
  );
}
