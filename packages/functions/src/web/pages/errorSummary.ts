import { html } from "hono/html";
import { type FieldName, labels } from "./labels.ts";
import type { Markup } from "./layout.ts";

/** What is wrong with the fields of a form of rules, or of an address. */
export function errorSummary(
  errors: readonly { readonly field: FieldName; readonly message: string }[],
): Markup | "" {
  return problemSummary(
    errors.map(({ field, message }) => ({ field, text: `${fieldTitle(field)}: ${message}` })),
  );
}

/** Takes the focus when the page opens, so that it is read first; each entry leads to the element of that id. */
export function problemSummary(
  problems: readonly { readonly field: string; readonly text: string }[],
): Markup | "" {
  if (problems.length === 0) return "";
  const title = problems.length === 1 ? "There is a problem" : `There are ${problems.length} problems`;
  return html`<div class="summary" role="alert" aria-labelledby="summary" tabindex="-1" autofocus>
<h2 id="summary">${title}</h2>
<ul>${problems.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
</div>`;
}

export function fieldTitle(field: FieldName): string {
  return labels[field].replace(" (optional)", "");
}
