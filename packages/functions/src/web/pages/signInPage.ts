import { html } from "hono/html";
import { errorSummary } from "./errorSummary.ts";
import { emailField } from "./field.ts";
import { labels } from "./labels.ts";
import { layout, type Markup } from "./layout.ts";

/** @param view `typed` as it came; `wrong` where it is no address */
export function signInPage({ typed, wrong }: { readonly typed: string; readonly wrong: boolean }): Markup {
  const message = "This must be an email address such as ada@example.com.";
  const errors = wrong ? [{ field: "email", message } as const] : [];
  const hint = "We send a six-digit code to it. There is no password.";
  return layout(
    `${wrong ? "Error: " : ""}Sign in – Lapse`,
    html`${errorSummary(errors)}
<h1>Sign in</h1>
<p>No account yet? <a href="/">Sign up</a>.</p>
<form method="post" action="/sign-in" novalidate>
${emailField({ name: "email", label: labels.email, hint }, { value: typed, errors: errors.map((each) => each.message) })}
<button type="submit">Send me a code</button>
</form>`,
  );
}
