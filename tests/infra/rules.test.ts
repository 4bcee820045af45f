import { describe, expect, test } from "vitest";
import type { Program, Resource } from "../../scripts/infra/program/resource.ts";
import { ownMetrics } from "../../scripts/infra/rules/alarms.ts";
import { environment } from "../../scripts/infra/rules/environment.ts";
import { keyUse } from "../../scripts/infra/rules/keyUse.ts";
import { visibility } from "../../scripts/infra/rules/queues.ts";
import { readPolicies } from "../../scripts/infra/rules/readPolicies.ts";
import type { Rule } from "../../scripts/infra/rules/rule.ts";
import { trueSource } from "../../scripts/infra/rules/source.ts";
import { trust } from "../../scripts/infra/rules/trust.ts";
import { privateFunctions } from "../../scripts/infra/rules/web.ts";
import { wildcardResources } from "../../scripts/infra/rules/wildcardResources.ts";

const resource = (type: string, name: string, props: Record<string, unknown>): Resource => ({
  ...{ type, name, props, parent: "", retainOnDelete: false, protect: false, ignoreChanges: [] },
});
const nothing = { settings: {}, reads: [], links: {}, outputs: {} };
const faultsOf = (rule: Rule, ...resources: Resource[]) => {
  const app = { name: "lapse", stage: "pr-1", removal: "remove", protect: false } as const;
  const program: Program = { stage: "pr-1", app, ...nothing, resources };
  return rule.check(program).map(({ resource: name, fault }) => `${name} ${fault}`);
};

const lambda = { Service: "lambda.amazonaws.com" };
const role = (name: string, statements: readonly object[], principal: unknown = lambda) =>
  resource("aws:iam/role:Role", `${name}Role`, {
    name,
    assumeRolePolicy: JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal }],
    }),
    inlinePolicies: [{ policy: JSON.stringify({ Statement: statements }) }],
  });
const allow = (Action: string, Resource: string, Condition?: object) => ({
  ...{ Effect: "Allow", Action, Resource },
  ...(Condition === undefined ? {} : { Condition }),
});

describe("The rules of the infrastructure notice", () => {
  test("a role that users of the account can take, or everybody", () => {
    for (const principal of ["*", { AWS: "arn:aws:iam::123456789012:root" }, { ...lambda, AWS: "*" }]) {
      expect(faultsOf(trust, role("Web", [], principal))).toHaveLength(1);
    }
    expect(faultsOf(trust, role("Web", []))).toEqual([]);
  });

  test("mail that may be sent from any address", () => {
    const identities = "arn:aws:ses:eu-central-1:123456789012:identity/*";
    const ours = { StringEquals: { "ses:FromAddress": "digest@example.org" } };
    expect(faultsOf(wildcardResources, role("Digest", [allow("ses:SendEmail", identities, ours)]))).toEqual(
      [],
    );
    expect(faultsOf(wildcardResources, role("Digest", [allow("ses:SendEmail", identities)]))).toHaveLength(1);
    expect(
      faultsOf(wildcardResources, role("Dispatch", [allow("ses:SendEmail", identities, ours)])),
    ).toHaveLength(1);
  });

  test.each(["kms:Decrypt", "kms:ReEncryptFrom", "kms:CreateGrant", "kms:GenerateDataKeyWithoutPlaintext"])(
    "a web that may use %s",
    (action) => {
      const found = faultsOf(keyUse, role("Web", [allow(action, "arn:aws:kms:x:1:key/SessionsKey")]));
      expect(found).toContain(`WebRole allows ${action} for WebRole`);
    },
  );

  test("a sweep that may decrypt for any purpose", () => {
    const found = faultsOf(keyUse, role("Sweep", [allow("kms:Decrypt", "arn:aws:kms:x:1:key/SessionsKey")]));
    expect(found).toContain("SweepRole allows kms:Decrypt for any purpose");
  });

  test("a queue of work that nobody works off", () => {
    const queue = resource("aws:sqs/queue:Queue", "SweepsQueue", {
      name: "sweeps",
      visibilityTimeoutSeconds: 5400,
    });
    expect(faultsOf(visibility, queue)).toEqual(["SweepsQueue has no worker"]);
  });

  test("a session in a variable that may be there", () => {
    const web = resource("aws:lambda/function:Function", "WebFunction", {
      ...{ name: "web", role: "r", timeout: 20, memorySize: 1024, runtime: "nodejs24.x" },
      environment: { variables: { SST_RESOURCE_App: "li_at=AQEDAR" } },
    });
    expect(faultsOf(environment, web)).toEqual([
      "WebFunction has something like a secret in SST_RESOURCE_App",
    ]);
  });

  test("a function that any distribution of anybody may call", () => {
    const permission = resource("aws:lambda/permission:Permission", "WebOpen", {
      ...{ action: "lambda:InvokeFunctionUrl", function: "web", principal: "cloudfront.amazonaws.com" },
    });
    expect(faultsOf(privateFunctions, permission)).toContain(
      "WebOpen lets cloudfront.amazonaws.com call the function, from anywhere",
    );
  });

  test.each([
    ["not overwriting it", "", "the address that a client made up"],
    ["overwriting it in a comment", "/* SET */", "the address that a client made up"],
    ["overwriting it for some hosts", 'if (event.request.headers.host.value === "x") SET', "made up"],
    ["overwriting it after a lookup", "await cf.kvs().get('x'); SET", "the address that a client made up"],
    ["failing before", "nothing.of.it; SET", "the address that a client made up"],
    ["being no program", "SET )", "nothing, because it fails: "],
  ])("a distribution that believes a client's word about its address, by %s", (_, body, said) => {
    const set = 'event.request.headers["x-lapse-source"] = { value: event.viewer.ip };';
    const edge = (begin: string) => [
      resource("aws:cloudfront/distribution:Distribution", "Pages", {
        defaultCacheBehavior: {
          functionAssociations: [{ eventType: "viewer-request", functionArn: "arn:aws:cloudfront::1:first" }],
        },
      }),
      resource("aws:cloudfront/function:Function", "First", {
        name: "first",
        code: `import cf from "cloudfront";\nasync function handler(event) {\n${begin}\nreturn event.request;\n}`,
      }),
    ];
    expect(faultsOf(trueSource, ...edge(body.replace("SET", () => set)))).toEqual([
      expect.stringContaining(said),
    ]);
    expect(faultsOf(trueSource, ...edge(set))).toEqual([]);
  });

  test("an alarm, or a line of the dashboard, on a metric that another function counts", () => {
    const alarm = (service: string, stage: string) =>
      resource("aws:cloudwatch/metricAlarm:MetricAlarm", "CodesFailedAlarm", {
        ...{
          namespace: "Lapse",
          metricName: "CodesFailed",
          statistic: "Sum",
          dimensions: { service, stage },
        },
        ...{ comparisonOperator: ">", threshold: 1, evaluationPeriods: 1, datapointsToAlarm: 1 },
        ...{ treatMissingData: "notBreaching", alarmDescription: "", period: 60 },
      });
    expect(faultsOf(ownMetrics, alarm("web", "pr-1"))).toEqual([]);
    expect(faultsOf(ownMetrics, alarm("sweep", "pr-1"))).toHaveLength(1);
    expect(faultsOf(ownMetrics, alarm("web", "production"))).toHaveLength(1);
    const metrics = [["Lapse", "CodesFailed", "service", "sweep", "stage", "pr-1", { stat: "Sum" }]];
    const dashboardBody = JSON.stringify({ widgets: [{ properties: { metrics } }] });
    const chart = resource("aws:cloudwatch/dashboard:Dashboard", "Dashboard", { dashboardBody });
    expect(faultsOf(ownMetrics, chart)).toHaveLength(1);
  });

  test("a policy of a kind that they do not read", () => {
    const attached = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "Sly", { role: "x" });
    expect(faultsOf(readPolicies, attached)).toHaveLength(1);
    expect(faultsOf(readPolicies, role("Unheard", []))).toEqual(["UnheardRole is a role that no rule knows"]);
  });
});
