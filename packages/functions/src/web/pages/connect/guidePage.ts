import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";
import { type Guide, guides } from "./guides.ts";

/** How to copy a request, browser by browser and picture by picture. */
export function guidePage(): Markup {
  return layout(
    "How to copy a session – Lapse",
    html`<h1>How to copy a session</h1>
<p class="lead">You copy one request that your browser made to LinkedIn, with the cookies that went along. It takes a minute, on
a computer; a telephone's browser has no developer tools.</p>
<p>What you copy is a key to your account: paste it here and nowhere else, and copy something else afterwards.</p>
<nav aria-label="Browsers"><ul>${guides.map(({ id, browser }) => html`<li><a href="#${id}">${browser}</a></li>`)}</ul></nav>
${guides.map(section)}
<p class="actions"><a href="/connect/paste" role="button">Paste it</a></p>`,
    "member",
  );
}

function section({ id, browser, steps }: Guide): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${browser}</h2>
<ol class="steps">${steps.map(
    ({ text, picture }, i) => html`<li>${text}${picture === null ? "" : picture(`${id}-${i + 1}`)}</li>`,
  )}</ol>
</section>`;
}
