import type { Policy } from "../policy/policy.ts";
import { printable } from "../wording/printable.ts";
import { emailAddress } from "./email.ts";
import { type FieldError, type FormFields, readPolicyForm, textIn } from "./policyForm.ts";

export type SignUpForm =
  | { readonly ok: true; readonly email: string; readonly policy: Policy }
  /** `typed` is the whole form as it came, so that nobody has to type it again. */
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly typed: FormFields };

/** Reads the sign-up form and names everything that is wrong with it at once. */
export function readSignUpForm(fields: FormFields): SignUpForm {
  const typedEmail = textIn(fields["email"]);
  const email = emailAddress(typedEmail);
  const form = readPolicyForm(fields);
  if (email !== null && form.ok) return { ok: true, email, policy: form.policy };
  const emailErrors = email === null ? [emailError(typedEmail)] : [];
  return { ok: false, errors: [...emailErrors, ...(form.ok ? [] : form.errors)], typed: fields };
}

function emailError(typed: string): FieldError {
  return {
    field: "email",
    message: "This must be an email address such as ada@example.com.",
    value: printable(typed),
  };
}
