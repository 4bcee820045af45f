import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const root = join(import.meta.dirname, "..");
const text = (path: string) => readFileSync(join(root, path), "utf8");
const list = (value: string | readonly string[]) => (typeof value === "string" ? [value] : [...value]);
const statements = (name: string) =>
  (JSON.parse(text(`infra/access/${name}.json`)) as { Statement: Statement[] }).Statement;
const matches = (pattern: string, value: string) =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(value);

const everyRun = ["deploy-service", "deploy-around"];
const deploying = [...everyRun, "first-run"];
const allowed = (...names: readonly string[]) =>
  names.flatMap(statements).filter(({ Effect }) => Effect === "Allow");
const actionsOf = (...names: readonly string[]) => allowed(...names).flatMap(({ Action }) => list(Action));
/** The statements that allow it, each under its condition. */
const ways = (names: readonly string[], action: string, resource: string) =>
  allowed(...names).filter(
    ({ Action, Resource }) =>
      list(Action).some((pattern) => matches(pattern, action)) &&
      list(Resource).some((pattern) => matches(pattern, resource)),
  );
const may = (names: readonly string[], action: string, resource: string) =>
  ways(names, action, resource).length > 0;
const equals = (statement: Statement | undefined) => statement?.Condition?.["StringEquals"] ?? {};
const ofProduction = (kind: "ResourceTag" | "RequestTag") => ({
  [`aws:${kind}/sst:app`]: "lapse",
  [`aws:${kind}/sst:stage`]: "production",
});

const role = (name: string) => `arn:aws:iam::ACCOUNT:role/${name}`;
const mapping = "arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:0b1c";
const someKey = "arn:aws:kms:REGION:ACCOUNT:key/1a2b";

describe.each([...deploying, "diff", "boundary"])("The rights in infra/access/%s.json", (name) => {
  test("name every action, and are nobody's administrator", () => {
    for (const { Sid, Action } of allowed(name)) {
      for (const action of list(Action)) expect(action, Sid).toMatch(/^[a-z0-9-]+:[A-Z]\w+\*?$/);
    }
  });

  test("fit into what IAM takes of a managed policy, 6,144 characters, with an account's own names in them", () => {
    const filled = JSON.stringify(JSON.parse(text(`infra/access/${name}.json`)))
      .replaceAll("ACCOUNT", "123456789012")
      .replaceAll("REGION", "ap-southeast-2")
      .replaceAll("MAIL_DOMAIN", "mail.".repeat(12))
      .replaceAll("ZONE", "Z".repeat(32));
    expect(filled.length).toBeLessThan(6_144);
  });
});

test("Every name that is an operator's to fill in is filled in by the operator's page, wherever it stands", () => {
  const files = [...deploying, "diff", "boundary", "trust-production", "trust-diff"];
  const blanks = files.flatMap(
    (name) => text(`infra/access/${name}.json`).match(/\b[A-Z][A-Z_]{3,}\b/g) ?? [],
  );
  expect(new Set(blanks).size).toBe(6);
  for (const blank of new Set(blanks))
    expect(text("docs/operations.md")).toMatch(new RegExp(`-e 's/${blank}/[\\w.-]+/g'`));
});

describe("Whoever deploys", () => {
  test("touches production alone, of what carries the name of Lapse", () => {
    const ours = allowed(...deploying)
      .flatMap(({ Resource }) => list(Resource))
      .filter((resource) => resource.includes("lapse"));
    expect(ours.length).toBeGreaterThan(15);
    for (const resource of ours) expect(resource).toMatch(/lapse[-/]production|\/lapse\/(?:\*|_fallback)/);
  });

  test("makes and changes roles only within the boundary, and hands them only to the services that run ours", () => {
    const changing = /^iam:(?:CreateRole|Put|Attach|Detach|Update|DeleteRole(?:Policy|PermissionsBoundary))/;
    const found = allowed(...deploying).filter(({ Action }) =>
      list(Action).some((name) => changing.test(name)),
    );
    expect(found).toHaveLength(1);
    expect(equals(found[0])["iam:PermissionsBoundary"]).toMatch(/policy\/lapse-boundary$/);
    const passing = allowed(...deploying).filter(({ Action }) => list(Action).includes("iam:PassRole"));
    expect(passing).toHaveLength(1);
    expect(equals(passing[0])["iam:PassedToService"]).toBeDefined();
  });

  test("has no right on the roles that it deploys with, nor on their policies", () => {
    const own = ["deploy-of-lapse", "diff-of-lapse"];
    for (const name of own) expect(text("docs/operations.md")).toContain(`\`${name}\``);
    const onRoles = allowed(...deploying).filter(({ Action }) =>
      list(Action).some((action) => action.startsWith("iam:")),
    );
    for (const { Resource, Sid } of onRoles) {
      for (const pattern of list(Resource)) {
        for (const name of own) expect(matches(pattern, role(name)), Sid).toBe(false);
        expect(pattern, Sid).toMatch(/:role\//);
      }
    }
  });

  test("reads no member's data and opens no session directly", () => {
    for (const data of ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem"])
      expect(actionsOf(...deploying)).not.toContain(data);
    for (const data of ["kms:Decrypt", "kms:CreateGrant", "sqs:ReceiveMessage", "lambda:InvokeFunction"])
      expect(actionsOf(...deploying)).not.toContain(data);
  });

  test("destroys nothing that production keeps", () => {
    const lasting = ["dynamodb:DeleteTable", "dynamodb:DeleteBackup", "kms:ScheduleKeyDeletion"];
    for (const action of [...lasting, "kms:DisableKey", "ses:DeleteEmailIdentity"])
      expect(actionsOf(...deploying)).not.toContain(action);
  });

  test.each([
    ["dynamodb:CreateTable", "arn:aws:dynamodb:REGION:ACCOUNT:table/lapse-production-MembersTable-x"],
    [
      "dynamodb:UpdateContinuousBackups",
      "arn:aws:dynamodb:REGION:ACCOUNT:table/lapse-production-MembersTable-x",
    ],
    ["kms:CreateKey", "*"],
    ["kms:TagResource", someKey],
    ["ssm:PutParameter", "arn:aws:ssm:REGION:ACCOUNT:parameter/sst/bootstrap"],
    ["s3:CreateBucket", "arn:aws:s3:::sst-state-x"],
    [
      "iam:CreateServiceLinkedRole",
      role("aws-service-role/replicator.lambda.amazonaws.com/AWSServiceRoleForLambdaReplicator"),
    ],
    [
      "iam:CreateServiceLinkedRole",
      role("aws-service-role/logger.cloudfront.amazonaws.com/AWSServiceRoleForCloudFrontLogger"),
    ],
  ])("may %s in the first run, on %s, and in no later one", (action, resource) => {
    expect(may(["first-run"], action, resource)).toBe(true);
    expect(actionsOf(...everyRun)).not.toContain(action);
  });

  test("uses only the key that is tagged as production's, and tags no other one after the first run", () => {
    const onKeys = allowed(...everyRun).filter(({ Resource }) =>
      list(Resource).some((pattern) => matches(pattern, someKey) && pattern !== "*"),
    );
    expect(onKeys).not.toEqual([]);
    for (const statement of onKeys) expect(equals(statement)).toEqual(ofProduction("ResourceTag"));
    const tagging = ways(["first-run"], "kms:TagResource", someKey);
    for (const statement of tagging) expect(equals(statement)).toEqual(ofProduction("RequestTag"));
  });

  test.each([
    ["s3:PutObjectTagging", "arn:aws:s3:::sst-asset-x/assets/Web-code-1.zip"],
    ["s3:GetObjectTagging", "arn:aws:s3:::sst-asset-x/assets/Web-code-1.zip"],
    ["lambda:TagResource", mapping],
    ["lambda:UntagResource", mapping],
    ["lambda:ListTags", mapping],
    ["lambda:EnableReplication*", "arn:aws:lambda:us-east-1:ACCOUNT:function:lapse-production-Edge:1"],
    ["lambda:DisableReplication*", "arn:aws:lambda:us-east-1:ACCOUNT:function:lapse-production-Edge:1"],
  ])("may %s on %s, without which AWS refuses a deployment", (action, resource) => {
    expect(may(everyRun, action, resource)).toBe(true);
  });

  test("changes other people's names, certificates and distributions nowhere", () => {
    expect(may(everyRun, "route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/ZONE")).toBe(true);
    expect(may(everyRun, "route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z2")).toBe(false);
    expect(may(everyRun, "ses:CreateEmailIdentity", "arn:aws:ses:REGION:ACCOUNT:identity/example.com")).toBe(
      false,
    );
    const distribution = "arn:aws:cloudfront::ACCOUNT:distribution/E1";
    const certificate = "arn:aws:acm:us-east-1:ACCOUNT:certificate/1";
    for (const [action, resource] of [
      ["cloudfront:UpdateDistribution", distribution],
      ["cloudfront:DeleteDistribution", distribution],
      ["acm:DeleteCertificate", certificate],
    ] as const) {
      const found = ways(everyRun, action, resource);
      expect(found, action).toHaveLength(1);
      expect(equals(found[0]), action).toEqual(ofProduction("ResourceTag"));
    }
  });

  test("has rights on everything only to read, to make what AWS names itself, and for the account's mails", () => {
    const changing = allowed(...deploying).filter(({ Resource }) => list(Resource).includes("*"));
    const actions = changing
      .filter(({ Condition }) => Condition === undefined)
      .flatMap(({ Action }) => list(Action));
    expect(actions.filter((action) => !/:(?:Get|Describe|List)/.test(action)).sort()).toEqual([
      ...["CachePolicy", "Distribution", "KeyValueStore", "ResponseHeadersPolicy"].map(
        (thing) => `cloudfront:Create${thing}`,
      ),
      "ses:PutAccountSuppressionAttributes",
    ]);
  });
});

describe("Whoever only compares", () => {
  test("changes nothing", () => {
    const changing = actionsOf("diff").filter((action) => !/:(?:Get|Describe|List)/.test(action));
    expect(changing).toEqual([]);
  });

  test("reads what SST noted of production, and nothing that is another one's", () => {
    expect(may(["diff"], "s3:GetObject", "arn:aws:s3:::sst-state-x/app/lapse/production.json")).toBe(true);
    for (const [action, resource] of [
      ["s3:GetObject", "arn:aws:s3:::sst-state-x/app/other/production.json"],
      ["s3:GetObject", "arn:aws:s3:::sst-asset-x/assets/other.zip"],
      ["ssm:GetParameter", "arn:aws:ssm:REGION:ACCOUNT:parameter/sst/passphrase/other/production"],
      ["lambda:GetFunction", "arn:aws:lambda:REGION:ACCOUNT:function:other"],
      ["dynamodb:DescribeTable", "arn:aws:dynamodb:REGION:ACCOUNT:table/other"],
    ] as const) {
      expect(may(["diff"], action, resource), `${action} ${resource}`).toBe(false);
    }
  });

  test("may have SSM open SST's passphrase, without which there is nothing to compare, and opens no session", () => {
    const passphrase = "arn:aws:ssm:REGION:ACCOUNT:parameter/sst/passphrase/lapse/production";
    expect(may(["diff"], "ssm:GetParameter", passphrase)).toBe(true);
    const denied = statements("diff").filter(({ Action }) => list(Action).includes("kms:Decrypt"));
    expect(denied).toHaveLength(1);
    expect(denied[0]).toMatchObject({
      Effect: "Deny",
      Resource: "*",
      Condition: { StringNotEquals: { "kms:ViaService": "ssm.REGION.amazonaws.com" } },
    });
  });
});

test.each(["production", "diff"])("A role is trusted in the environment %s alone", (environment) => {
  const [statement] = statements(`trust-${environment}`);
  expect(equals(statement)).toEqual({
    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
    "token.actions.githubusercontent.com:sub": `repo:OWNER/REPOSITORY:environment:${environment}`,
  });
});

describe("The workflow", () => {
  const workflow = text(".github/workflows/deploy.yml");
  const jobs = workflow
    .slice(workflow.indexOf("\njobs:"))
    .split(/\n {2}(?=[a-z]+:\n)/)
    .slice(1);
  const job = (name: string) => jobs.find((each) => each.startsWith(`${name}:`)) ?? "";

  test("gives nothing by default, and an AWS identity only to jobs that are tied to an environment", () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    expect(jobs).toHaveLength(5);
    for (const each of jobs) {
      expect(each).toMatch(/^ {4}permissions:\n {6}contents: read\n/m);
      expect(each).toMatch(/^ {4}timeout-minutes: \d+$/m);
      if (!each.includes("id-token: write")) continue;
      expect(each).toMatch(/^ {4}environment: (?:diff|production)$/m);
      expect(each).toContain("npm ci --ignore-scripts ");
      expect(each).toContain('NPM_CONFIG_IGNORE_SCRIPTS: "true"');
    }
    expect(workflow).not.toContain("pull_request_target");
  });

  test("deploys one tag after the other, and only tags of main in whose whole history no secret was found", () => {
    expect(job("deploy")).toMatch(/^ {4}concurrency:\n {6}group: [a-z-]+\n {6}cancel-in-progress: false$/m);
    expect(job("deploy")).toContain("needs: [test, history]");
    expect(job("history")).toContain("fetch-depth: 0");
    expect(job("history")).toContain('git merge-base --is-ancestor "$GITHUB_SHA" origin/main');
    expect(job("history")).toMatch(
      /SHA256: [0-9a-f]{64}\n[\s\S]*sha256sum --check --strict\n[\s\S]*gitleaks git .*--log-opts=--all /,
    );
  });

  test("uses actions by the hash of a commit, with the version beside it", () => {
    const used = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(8);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("says that it was never run", () => {
    expect(workflow).toContain("has never been run");
  });
});
