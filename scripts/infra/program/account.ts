/** The account that the program is run against: one that exists nowhere. */
export const account = {
  id: "123456789012",
  region: "eu-central-1",
  partition: "aws",
} as const;

interface Asked {
  readonly token: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Answers what the program asks of AWS while it runs. An unknown question is a fault: a made-up answer proves nothing. */
export function answer({ token, inputs }: Asked): Record<string, unknown> {
  switch (token) {
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return {
        accountId: account.id,
        arn: `arn:aws:iam::${account.id}:user/check`,
        userId: "check",
        id: account.id,
      };
    case "aws:index/getRegion:getRegion":
      return {
        region: inputs["region"] ?? account.region,
        id: account.region,
        endpoint: "",
        description: "",
      };
    case "aws:index/getPartition:getPartition":
      return { partition: account.partition, dnsSuffix: "amazonaws.com", id: account.partition };
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return policyDocument(inputs);
    case "aws:route53/getZone:getZone":
      return {
        zoneId: "Z0EXAMPLE",
        id: "Z0EXAMPLE",
        name: inputs["name"],
        arn: "arn:aws:route53:::hostedzone/Z0EXAMPLE",
      };
    default:
      throw new Error(
        `The program asks AWS for ${token}, which the check has no answer to: add one to account.ts.`,
      );
  }
}

interface Statement {
  readonly sid?: string;
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly { readonly type: string; readonly identifiers: readonly string[] }[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

/** The provider's own function, which makes JSON of statements without asking AWS. */
function policyDocument(inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const statements = (inputs["statements"] ?? []) as readonly Statement[];
  const json = JSON.stringify({ Version: "2012-10-17", Statement: statements.map(statementOf) });
  return {
    ...inputs,
    statements: statements.length === 0 ? undefined : statements,
    json,
    minifiedJson: json,
    id: "1",
  };
}

function statementOf({ sid, effect, actions, resources, principals, conditions }: Statement) {
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect ?? "Allow",
    ...(principals === undefined
      ? {}
      : { Principal: Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers])) }),
    Action: actions ?? [],
    ...(resources === undefined ? {} : { Resource: resources }),
    ...(conditions === undefined ? {} : { Condition: conditionOf(conditions) }),
  };
}

function conditionOf(conditions: NonNullable<Statement["conditions"]>) {
  const tests: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of conditions) {
    const all = tests[test] ?? {};
    all[variable] = [...(all[variable] ?? []), ...values];
    tests[test] = all;
  }
  return tests;
}
