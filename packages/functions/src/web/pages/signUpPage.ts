import { html } from "hono/html";
import { candour } from "./candour.ts";
import { errorSummary } from "./errorSummary.ts";
import type { FieldName } from "./labels.ts";
import { layout, type Markup } from "./layout.ts";
import { digest, keep, more, type Show, what, who } from "./signUpFields.ts";

export interface SignUpView {
  /** Each field's text, exactly as it was typed. */
  readonly typed: Readonly<Record<FieldName, string>>;
  readonly errors: readonly { readonly field: FieldName; readonly message: string }[];
  /** The policy as one sentence; null while it is no policy. */
  readonly sentence: string | null;
}

const unclear = "Once every field is right, your rules stand here as one sentence.";

export function signUpPage(view: SignUpView): Markup {
  const wrong = view.errors.length > 0;
  const show: Show = (name) => ({
    value: view.typed[name],
    errors: view.errors.filter(({ field }) => field === name).map(({ message }) => message),
  });
  return layout(
    `${wrong ? "Error: " : ""}Lapse – withdraw the invitations nobody answered`,
    html`${errorSummary(view.errors)}
<h1>Withdraw the invitations nobody answered</h1>
<p class="lead">Once a day, Lapse reads the list of invitations you sent on LinkedIn. Once a week, it tells you by mail
which have waited too long. After the notice you choose it withdraws them, a few a day, and shows you what it did.</p>
${candour()}
<form class="two" method="post" action="/sign-up" novalidate data-policy="${wrong ? "typed" : "new"}">
<h2>Sign up</h2>
${who(show)}${what(show)}${keep(show)}${digest(show)}${more(show)}
<aside class="words" aria-labelledby="in-words">
<h2 id="in-words">Your rules in words</h2>
<output data-words data-unclear="${unclear}">${view.sentence ?? unclear}</output>
<p>Whoever you keep is kept, whatever the other rules say.</p>
</aside>
<p>Next we mail you a six-digit code, so that nobody else can sign up with your address. Signing up stores your address
and these rules. It connects nothing: without a session, Lapse cannot see or change anything in your account. You see
who would be withdrawn before you start anything.</p>
<button type="submit">Sign up</button>
</form>`,
  );
}
