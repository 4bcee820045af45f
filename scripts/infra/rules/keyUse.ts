import type { Program } from "../program/resource.ts";
import { nameIn } from "./find.ts";
import { rolesOf, type Statement, statementsOf } from "./policies.ts";
import type { Rule, Violation } from "./rule.ts";

/** What uses a key, or lets others use it. Everything else is administration. */
const uses =
  /^kms:(?:Decrypt|Encrypt|ReEncrypt.*|GenerateDataKey.*|GenerateMac|VerifyMac|Sign|Verify|DeriveSharedSecret|CreateGrant|ReplicateKey)$/;
const allowed: Readonly<Record<string, readonly string[]>> = {
  "kms:Decrypt": ["SweepRole"],
  "kms:GenerateDataKey": ["SweepRole", "WebRole"],
};

export const keyUse: Rule = {
  name: "only the sweep opens sessions",
  holds:
    "Only the sweep may decrypt and only the sweep and the web may seal, each for the purpose of a session and for a named member, in the roles and in the key's policy.",
  check: (program) => [...used(program), ...missing(program)],
};

function used(program: Program): Violation[] {
  const roles = new Map(rolesOf(program).map(({ name, resource }) => [name, resource]));
  return statementsOf(program).flatMap((statement) =>
    (statement.Action ?? [])
      .filter((action) => uses.test(action) && statement.Effect === "Allow")
      .flatMap((action) => {
        const who = statement.kind === "key" ? principals(statement, roles) : [statement.resource];
        const wrong = who.find((role) => !allowed[action]?.includes(role));
        if (wrong !== undefined) {
          const remedy = "take the right away in infra/permissions.ts and infra/lapse.ts: the web only seals";
          return [{ resource: statement.resource, fault: `allows ${action} for ${wrong}`, remedy }];
        }
        if (isForSessions(statement)) return [];
        const remedy = "give it the conditions of infra/key.ts";
        return [{ resource: statement.resource, fault: `allows ${action} for any purpose`, remedy }];
      }),
  );
}

function principals({ Principal }: Statement, roles: ReadonlyMap<string, string>): string[] {
  if (Principal === undefined || Principal === "*") return ["everybody"];
  return Object.values(Principal)
    .flat()
    .map((arn) => roles.get(nameIn(arn).replace(/^role\//, "")) ?? arn);
}

/** As packages/functions/src/store/sessions.ts seals: `{ member: <id>, purpose: "session" }`. */
function isForSessions({ Condition }: Statement): boolean {
  return (
    Condition?.["StringEquals"]?.["kms:EncryptionContext:purpose"]?.join() === "session" &&
    Condition["Null"]?.["kms:EncryptionContext:member"]?.join() === "false"
  );
}

/** A right is worth something only when the role and the key's policy both give it. */
function missing(program: Program): Violation[] {
  const roles = new Map(rolesOf(program).map(({ name, resource }) => [name, resource]));
  const statements = statementsOf(program);
  return Object.entries(allowed).flatMap(([action, who]) =>
    who.flatMap((role) => {
      const given = statements.filter(({ Action }) => Action?.includes(action));
      const byRole = given.some(({ kind, resource }) => kind === "rights" && resource === role);
      const byKey = given.some((each) => each.kind === "key" && principals(each, roles).includes(role));
      if (byRole && byKey) return [];
      return [
        {
          resource: byRole ? "SessionsKeyPolicy" : role,
          fault: `does not allow ${action} for ${role}, which cannot work without`,
          remedy: "name the function in keyPolicy (infra/lapse.ts) and in infra/permissions.ts",
        },
      ];
    }),
  );
}
