import { html } from "hono/html";
import { codeMinutes } from "../../../store/extensionCodes.ts";
import { layout, type Markup } from "../layout.ts";

/** @param code where it leads and the code itself, in one string, as the extension takes it */
export function codePage(code: string): Markup {
  return layout(
    "A code for the extension – Lapse",
    html`<h1>A code for the extension</h1>
<p class="lead">Whoever has this code can connect one LinkedIn account to your Lapse: once, within ${codeMinutes} minutes
of your making it.</p>
<div class="field">
<label for="code">Your code</label>
<p class="hint" id="code-hint">It says where the session will go, and whose it will be.</p>
<textarea id="code" rows="3" readonly spellcheck="false" autocomplete="off" aria-describedby="code-hint">${code}</textarea>
</div>
<ol class="steps">
<li>Copy all of it.</li>
<li>In the browser where you are signed in to LinkedIn, open Lapse Connect and paste it there.</li>
<li>See what the extension will send and to where, then send it.</li>
</ol>
<p class="actions"><a href="/connect/trying" role="button">I have sent it</a><a href="/connect">Back</a></p>`,
    "member",
  );
}
