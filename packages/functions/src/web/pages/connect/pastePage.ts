import type { NeededCookie } from "@lapse/core/session/cookie";
import { html } from "hono/html";
import type { PasteProblem } from "../../connect/paste.ts";
import { layout, type Markup } from "../layout.ts";

/** The field comes back empty, whatever was wrong: what was pasted may be a key, and a key is on no page of ours. */
export function pastePage(problem: PasteProblem | null): Markup {
  const described = problem === null ? "paste-hint" : "paste-hint paste-error";
  return layout(
    `${problem === null ? "" : "Error: "}Paste a session – Lapse`,
    html`${problem === null ? "" : summary(problem)}
<h1>Paste a session</h1>
<p class="lead">In a browser where you are signed in to LinkedIn, copy one request with “Copy as cURL”, or its
<code>Cookie</code> header, and paste it below. <a href="/connect/guide">How to copy it, picture by picture</a>.</p>
<p>Lapse takes at most six cookies from it and the name of your browser where it is there, seals them, and forgets
everything else. Stay signed in over there: signing out ends this session, too.</p>
<form method="post" action="/connect/paste" novalidate>
<div class="field${problem === null ? "" : " wrong"}">
<label for="paste">What you copied</label>
<p class="hint" id="paste-hint">It begins with <code>curl</code>, with <code>Cookie:</code>, or with the first cookie
itself.</p>
${problem === null ? "" : html`<p class="error" id="paste-error"><span class="unseen">Error: </span><span>${headline(problem)}</span></p>`}
<textarea id="paste" name="paste" rows="8" required spellcheck="false" autocomplete="off" autocapitalize="none"
 aria-describedby="${described}"${problem === null ? "" : html` aria-invalid="true"`}></textarea>
</div>
${problem?.kind === "incomplete" ? anyway() : ""}
<button type="submit">Try this session</button>
<p class="quiet">It is tried at once: Lapse opens your list with it and reads it. Only if that works is it kept.</p>
</form>
<p><a href="/connect">What a session is, and the other ways to connect</a></p>`,
    "member",
  );
}

function anyway(): Markup {
  return html`<div class="field check">
<label for="incomplete"><input id="incomplete" name="incomplete" type="checkbox" value="on">Try it although cookies are
missing</label>
</div>`;
}

/** Takes the focus when the page opens, so that it is read first. */
function summary(problem: PasteProblem): Markup {
  return html`<div class="summary" role="alert" aria-labelledby="summary" tabindex="-1" autofocus>
<h2 id="summary">There is a problem</h2>
<ul><li><a href="#paste">${headline(problem)}</a></li></ul>
${whatToDo(problem)}
<p>The field is empty again on purpose: what you pasted may be a key to your account, so no page shows it. Nothing of it
was kept.</p>
</div>`;
}

function headline(problem: PasteProblem): string {
  switch (problem.kind) {
    case "empty":
      return "Nothing was pasted.";
    case "no-cookies":
      return "There is no cookie of LinkedIn's in what you pasted.";
    case "signed-out":
      return "The cookie li_at is missing: the one that says who is signed in.";
    case "incomplete":
      return problem.missing.length === 1
        ? `The cookie ${problem.missing[0]} is missing.`
        : `${problem.missing.length} cookies are missing: ${problem.missing.join(", ")}.`;
  }
}

function whatToDo(problem: PasteProblem): Markup {
  switch (problem.kind) {
    case "empty":
      return html`<p>Copy a request as the guide shows, then paste it into the field.</p>`;
    case "no-cookies":
      return html`<p>Take a request to www.linkedin.com, best the first in the list, and copy it whole: “Copy as cURL”,
not “Copy URL” and not “Copy as fetch”.</p>`;
    case "signed-out":
    case "incomplete":
      return html`<dl>${problem.missing.map((name) => html`<dt><code>${name}</code></dt><dd>${howToGet[name]}</dd>`)}</dl>`;
  }
}

const howToGet: Readonly<Record<NeededCookie, string>> = {
  li_at:
    "Sign in to LinkedIn in that browser, load a page, and copy that page's request from the Network tab. The console (document.cookie) never shows it.",
  JSESSIONID:
    "It comes with every page once you are signed in. Copy the whole Cookie header, not only the line with li_at.",
  bcookie:
    "It names your browser to LinkedIn, and every request to www.linkedin.com has it. Copy the whole Cookie header.",
  bscookie:
    "The console (document.cookie) never shows it. Copy the Cookie header of a request to www.linkedin.com, from the Network tab.",
  lidc: "It lasts for a day. Load any page of LinkedIn again, then copy that page's request.",
};
