import { html } from "hono/html";
import type { RuleError, TypedRules } from "../../rules/form.ts";
import { errorSummary } from "../errorSummary.ts";
import { layout, type Markup } from "../layout.ts";
import { digest, keep, more, type Show, what } from "../signUpFields.ts";

export interface RulesView {
  readonly typed: TypedRules;
  readonly errors: readonly RuleError[];
  /** What the keep lists held when the form was filled from them. */
  readonly seen: string;
  /** The rules in words; null while they are none. */
  readonly sentence: string | null;
  readonly paused: boolean;
  readonly mail: "on" | "off";
  /** Why there is no mail where the member did not say so; null otherwise. */
  readonly mailOff: string | null;
}

const unclear = "Once every field is right, your rules stand here as one sentence.";

export function rulesPage(view: RulesView): Markup {
  const { errors, typed, seen, sentence } = view;
  const show: Show = (name) => ({
    value: name === "email" ? "" : typed[name],
    errors: errors.filter(({ field }) => field === name).map(({ message }) => message),
  });
  return layout(
    `${errors.length > 0 ? "Error: " : ""}Your rules – Lapse`,
    html`${errorSummary(errors)}
<h1>Your rules</h1>
<p class="lead">You see what a change would mean before it is stored.</p>
<form class="two" method="post" action="/rules/check" novalidate data-policy="typed">
<input type="hidden" name="keepsSeen" value="${seen}">
${what(show)}${keep(show)}${digest(show)}${more(show)}
<aside class="words" aria-labelledby="in-words">
<h2 id="in-words">Your rules in words</h2>
<output data-words data-unclear="${unclear}">${sentence ?? unclear}</output>
<p>Whoever you keep is kept, whatever the other rules say.</p>
</aside>
<button type="submit">Check the change</button>
</form>
${switches(view)}`,
    "member",
  );
}

/** What is not a rule but a switch: each acts at once. */
function switches({ paused, mail, mailOff }: RulesView): Markup {
  return html`<section aria-labelledby="pause"><h2 id="pause">Pause</h2>
<p>${paused ? "Lapse is paused: nothing is withdrawn until you resume." : "Lapse is not paused."}</p>
<form method="post" action="${paused ? "/resume" : "/pause"}"><button type="submit" class="secondary">${paused ? "Resume" : "Pause"}</button></form>
</section>
<section aria-labelledby="mail"><h2 id="mail">Weekly digest</h2>
<p>${
    mail === "on"
      ? "You get a digest by mail each week, unless there is nothing to say."
      : (mailOff ??
        "You get no mail. Lapse withdraws only what was announced, so without digests it soon has nothing to withdraw, unless your notice is 0 days.")
  }</p>
${mailOff === null ? "" : html`<p>If no digest comes then, ask whoever runs Lapse here: the mail service keeps a list of the addresses that it mails no more.</p>`}
<form method="post" action="/rules/mail"><button type="submit" class="secondary" name="mail" value="${mail === "on" ? "off" : "on"}">${mail === "on" ? "Stop the digests" : "Send me the digests"}</button></form>
</section>`;
}
