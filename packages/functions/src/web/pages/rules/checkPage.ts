import { html } from "hono/html";
import { ruleNames, type TypedRules } from "../../rules/form.ts";
import { layout, type Markup } from "../layout.ts";
import type { Change } from "./changes.ts";

export interface CheckView {
  readonly typed: TypedRules;
  readonly seen: string;
  readonly changes: readonly Change[];
  /** The rules in words, as they would be. */
  readonly sentence: string;
  /** What they would mean for the member's list; null where it was not read yet. */
  readonly preview: Markup | null;
}

/** "Check your answers": nothing is stored yet, and the whole form travels along unseen. */
export function checkPage({ typed, seen, changes, sentence, preview }: CheckView): Markup {
  return layout(
    "Check the change – Lapse",
    html`<h1>Check the change</h1>
<p class="lead">Nothing is stored yet.</p>
<h2>Your rules in words</h2>
<blockquote>${sentence}</blockquote>
<h2>What changes</h2>
${changes.length === 0 ? html`<p>Nothing: these are your rules already.</p>` : changed(changes)}
${preview ?? html`<p>Lapse has not read your list yet, so what this means for it cannot be shown.</p>`}
<form method="post" action="/rules">
<input type="hidden" name="keepsSeen" value="${seen}">
${ruleNames.map((name) => html`<input type="hidden" name="${name}" value="${typed[name]}">`)}
<div class="actions"><button type="submit">Save these rules</button>
<button type="submit" class="secondary" formaction="/rules/edit">Change something</button></div>
</form>`,
    "member",
  );
}

function changed(changes: readonly Change[]): Markup {
  return html`<dl>${changes.map(
    ({ title, before, after }) =>
      html`<dt>${title}</dt><dd><bdi>${after}</bdi><span class="quiet">, was: <bdi>${before}</bdi></span></dd>`,
  )}</dl>`;
}
