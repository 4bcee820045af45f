import { html } from "hono/html";
import { type FieldName, labels } from "./labels.ts";
import type { Markup } from "./layout.ts";

/** Takes the focus when the page opens, so that it is read first; each entry leads to its field. */
export function errorSummary(
  errors: readonly { readonly field: FieldName; readonly message: string }[],
): Markup | "" {
  if (errors.length === 0) return "";
  const title = errors.length === 1 ? "There is a problem" : `There are ${errors.length} problems`;
  return html`<div class="summary" role="alert" aria-labelledby="summary" tabindex="-1" autofocus>
<h2 id="summary">${title}</h2>
<ul>${errors.map(({ field, message }) => html`<li><a href="#${field}">${fieldTitle(field)}: ${message}</a></li>`)}</ul>
</div>`;
}

export function fieldTitle(field: FieldName): string {
  return labels[field].replace(" (optional)", "");
}
