import { type FieldError, type FormFields, readPolicyForm } from "@lapse/core/member/policyForm";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { policyInWords } from "@lapse/core/policy/words";
import { type FieldName, fieldNames, isFieldName } from "../pages/labels.ts";
import type { SignUpView } from "../pages/signUpPage.ts";

/** The form as it is first shown. */
export function emptyForm(): SignUpView {
  const { keep, digest, timezone, olderThanDays, perDay, noticeDays, onlyWhenPendingOver } = defaultPolicy;
  const typed: Record<FieldName, string> = {
    ...{ email: "", keepProfiles: "", keepWords: "", ignoreReceivedOlderThanDays: "" },
    ...{ olderThanDays: String(olderThanDays), perDay: String(perDay), noticeDays: String(noticeDays) },
    onlyWhenPendingOver: String(onlyWhenPendingOver),
    keepWithNote: keep.withNote ? "on" : "",
    keepNewest: String(keep.newest),
    ...{ digestDay: digest.day, digestHour: String(digest.hour), timezone },
  };
  return { typed, errors: [], sentence: policyInWords(defaultPolicy) };
}

/** The form as it was sent, with what is wrong: nothing has to be typed again. */
export function filledForm(fields: FormFields, errors: readonly FieldError[]): SignUpView {
  const typed = Object.fromEntries(fieldNames.map((name) => [name, typedIn(fields[name])]));
  return {
    typed: typed as Record<FieldName, string>,
    // A key that no field of the form is for stands beside the address, so that no error is lost.
    errors: errors.map(({ field, message }) =>
      isFieldName(field) ? { field, message } : { field: "email", message: `${field}: ${message}` },
    ),
    sentence: sentenceOf(fields),
  };
}

/** The policy of a form as one sentence, or null while it is none. */
export function sentenceOf(fields: FormFields): string | null {
  const form = readPolicyForm(fields);
  return form.ok ? policyInWords(form.policy) : null;
}

function typedIn(field: string | readonly string[] | undefined): string {
  return typeof field === "string" ? field : (field?.join("\n") ?? "");
}
