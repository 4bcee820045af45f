import { type FieldError, type FormFields, readPolicyForm } from "@lapse/core/member/policyForm";
import type { Policy } from "@lapse/core/policy/policy";
import { type FieldName, fieldNames, isFieldName } from "../pages/labels.ts";

/** The fields in which a policy is typed: all but the address. */
export type RuleName = Exclude<FieldName, "email">;

export const ruleNames = fieldNames.filter((name) => name !== "email");

/** What stands in each field. */
export type TypedRules = Readonly<Record<RuleName, string>>;

export interface RuleError {
  readonly field: RuleName;
  readonly message: string;
}

export type RulesForm =
  | { readonly ok: true; readonly policy: Policy; readonly typed: TypedRules }
  | { readonly ok: false; readonly errors: readonly RuleError[]; readonly typed: TypedRules };

/** A policy as it is shown in the form. */
export function typedRules(policy: Policy): TypedRules {
  const { keep, received, digest } = policy;
  return {
    olderThanDays: String(policy.olderThanDays),
    perDay: String(policy.perDay),
    noticeDays: String(policy.noticeDays),
    onlyWhenPendingOver: String(policy.onlyWhenPendingOver),
    keepProfiles: keep.profiles.join("\n"),
    keepWords: keep.words.join("\n"),
    keepWithNote: keep.withNote ? "on" : "",
    keepNewest: String(keep.newest),
    ignoreReceivedOlderThanDays:
      received.ignoreOlderThanDays === null ? "" : String(received.ignoreOlderThanDays),
    digestDay: digest.day,
    digestHour: String(digest.hour),
    timezone: policy.timezone,
  };
}

/** Reads what a member sent; what was not sent stays as `present` has it. Nothing has to be typed again. */
export function readRules(fields: FormFields, present: Policy): RulesForm {
  const before = typedRules(present);
  const typed: TypedRules = Object.fromEntries(
    ruleNames.map((name) => [name, typedIn(fields[name]) ?? (name === "keepWithNote" ? "" : before[name])]),
  ) as Record<RuleName, string>;
  const form = readPolicyForm(fields, present);
  return form.ok
    ? { ok: true, policy: form.policy, typed }
    : { ok: false, errors: form.errors.map(ruleError), typed };
}

/** A key that no field is for stands beside the first one, so that no error is lost. */
function ruleError({ field, message }: FieldError): RuleError {
  return isFieldName(field) && field !== "email"
    ? { field, message }
    : { field: "olderThanDays", message: `${field}: ${message}` };
}

function typedIn(field: string | readonly string[] | undefined): string | undefined {
  return field === undefined || typeof field === "string" ? field : field.join("\n");
}
