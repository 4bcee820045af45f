import { html } from "hono/html";
import { problemSummary } from "./errorSummary.ts";
import { digitsField } from "./field.ts";
import { layout, type Markup } from "./layout.ts";

export interface CodeView {
  /** Where the mail went, as this browser typed it; null where this browser waits for no code. */
  readonly email: string | null;
  readonly error: string | null;
  /** Whether another code was just sent. */
  readonly again: boolean;
}

const label = "Six-digit code";

/** Says the same for every address: whether it has an account stands in the mail alone. */
export function codePage({ email, error, again }: CodeView): Markup {
  const errors = error === null ? [] : [error];
  const field = email === null ? "main" : "code";
  return layout(
    `${error === null ? "" : "Error: "}Enter your code – Lapse`,
    html`${problemSummary(errors.map((text) => ({ field, text: `${label}: ${text}` })))}
<h1>Enter your code</h1>
${email === null ? nothing() : html`${again ? anotherSent() : ""}${asked(email, errors)}`}`,
  );
}

function asked(email: string, errors: readonly string[]): Markup {
  const hint = "It works for ten minutes, and only in this browser.";
  return html`<p class="lead">We have sent a mail to <strong><bdi>${email}</bdi></strong>. It holds a six-digit code, or
says why there is none.</p>
<form method="post" action="/code" novalidate>
${digitsField({ name: "code", label, hint }, { value: "", errors })}
<button type="submit">Go on</button>
</form>
<h2>No mail?</h2>
<p>It can take a minute, and can be among the spam. If the address is wrong, <a href="/sign-in">sign in with another</a>,
or <a href="/">fill in the sign-up form again</a>.</p>
<form method="post" action="/code/again"><button type="submit" class="secondary">Send another mail</button></form>`;
}

function anotherSent(): Markup {
  return html`<p class="status good" role="status">Another mail is on its way. Only its code is valid now.</p>`;
}

function nothing(): Markup {
  return html`<p class="lead">This browser is not waiting for a code. A code works only in the browser in which it was
asked for, once, and not for long.</p>
<p class="actions"><a href="/sign-in" role="button">Ask for a code to sign in</a> <a href="/">Sign up</a></p>`;
}
