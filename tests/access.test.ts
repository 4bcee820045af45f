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
const allowed = (name: string) => statements(name).filter(({ Effect }) => Effect === "Allow");

describe.each(["deploy", "diff", "boundary"])("The rights in infra/access/%s.json", (name) => {
  test("name every action, and are nobody's administrator", () => {
    for (const { Sid, Action } of allowed(name)) {
      for (const action of list(Action)) expect(action, Sid).toMatch(/^[a-z0-9-]+:[A-Z]\w+\*?$/);
    }
  });

  test("fit into what IAM takes: a role's inline policies 10,240 characters, a managed one 6,144", () => {
    const length = JSON.stringify(JSON.parse(text(`infra/access/${name}.json`))).length;
    expect(length).toBeLessThan(name === "boundary" ? 6_144 : 10_240);
  });
});

describe("Whoever deploys", () => {
  test("makes roles only within the boundary, and hands them only to the services that run ours", () => {
    const ofRoles = allowed("deploy").filter(({ Action }) =>
      list(Action).some((action) => /^iam:(?:Create|Put|Attach)/.test(action)),
    );
    expect(ofRoles).toHaveLength(1);
    expect(ofRoles[0]?.Condition?.["StringEquals"]?.["iam:PermissionsBoundary"]).toMatch(
      /policy\/lapse-boundary$/,
    );
    const passing = allowed("deploy").filter(({ Action }) => list(Action).includes("iam:PassRole"));
    expect(passing).toHaveLength(1);
    expect(passing[0]?.Condition?.["StringEquals"]?.["iam:PassedToService"]).toBeDefined();
  });

  test("reads no member's data and opens no session", () => {
    const actions = allowed("deploy").flatMap(({ Action }) => list(Action));
    for (const data of [
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "kms:Decrypt",
      "sqs:ReceiveMessage",
    ])
      expect(actions).not.toContain(data);
  });

  test("changes nothing where they only compare", () => {
    for (const { Sid, Action } of allowed("diff")) {
      const changing = list(Action).filter((action) => !/:(?:Get|Describe|List|View)/.test(action));
      expect(Sid === "SstLock" ? [] : changing, Sid).toEqual([]);
    }
  });

  test.each(["production", "diff"])("is trusted in the environment %s alone", (environment) => {
    const [statement] = statements(`trust-${environment}`);
    expect(statement?.Condition?.["StringEquals"]).toEqual({
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": `repo:OWNER/REPOSITORY:environment:${environment}`,
    });
  });
});

describe("The workflow", () => {
  const workflow = text(".github/workflows/deploy.yml");
  const jobs = workflow
    .slice(workflow.indexOf("\njobs:"))
    .split(/\n {2}(?=[a-z]+:\n)/)
    .slice(1);

  test("gives nothing by default, and an AWS identity only to jobs that are tied to an environment", () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    expect(jobs).toHaveLength(5);
    for (const job of jobs) {
      expect(job).toMatch(/^ {4}permissions:\n {6}contents: read\n/m);
      expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
      if (job.includes("id-token: write")) expect(job).toMatch(/^ {4}environment: (?:diff|production)$/m);
    }
    expect(workflow).not.toContain("pull_request_target");
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
