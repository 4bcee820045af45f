import { html } from "hono/html";
import type { Markup } from "../layout.ts";

/** What every chart says beside its picture. */
export interface ChartText {
  /** Unlike every other chart's of the page: the names inside the picture are made from it. */
  readonly id: string;
  /** What is drawn, in a few words. */
  readonly title: string;
  /** What one sees in it, as one sentence: heard in place of the picture. */
  readonly description: string;
  /** Under the picture; empty for none. */
  readonly caption: string;
  /** The heads of the two columns of the table that holds the same numbers. */
  readonly heads: readonly [string, string];
}

/** How wide a drawing is, in its own units: about as many as a small telephone has pixels, so that text stays readable. */
export const width = 400;

/** A picture with its numbers as a table beneath, for whoever does not see it or wants to know exactly. */
export function chart(
  { id, title, description, caption, heads }: ChartText,
  height: number,
  drawing: Markup,
  rows: readonly (readonly [string, string])[],
): Markup {
  const [first, second] = heads;
  return html`<figure class="chart">
<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title><desc id="${id}-text">${description}</desc>
${drawing}
</svg>
<figcaption>${caption === "" ? "" : html`<p>${caption}</p>`}
<details><summary>The same in numbers</summary>
<table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${first}</th><th scope="col">${second}</th></tr></thead>
<tbody>${rows.map(([head, cell]) => html`<tr><th scope="row">${head}</th><td>${cell}</td></tr>`)}</tbody>
</table></details></figcaption>
</figure>`;
}

/** A length in the drawing: a tenth of a unit is finer than any screen. */
export function length(value: number): string {
  return String(Math.round(value * 10) / 10);
}
